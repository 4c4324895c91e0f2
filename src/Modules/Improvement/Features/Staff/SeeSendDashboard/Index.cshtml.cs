using MediatR;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Charts;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeSendDashboard;

[Needs(ImprovementPermissions.SeeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    public DashboardView View { get; private set; } = null!;

    public Chart Colours { get; private set; } = null!;

    public bool MayRaise => actor.May(ImprovementPermissions.Raise);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeSendDashboard(), cancellationToken), view =>
        {
            View = view;
            Colours = new(
                ChartKind.Bars,
                "colours",
                "Parts of the plan by colour",
                $"{view.Colours.GetValueOrDefault(Brag.Red)} parts are red, and {view.Colours.GetValueOrDefault(Brag.Blue)} are done and shown to work.",
                "Colour",
                "Parts",
                [.. Enum.GetValues<Brag>().Select(colour => new ChartPoint(BragWords.Of(colour), view.Colours.GetValueOrDefault(colour)))]);
            return Page();
        });
}
