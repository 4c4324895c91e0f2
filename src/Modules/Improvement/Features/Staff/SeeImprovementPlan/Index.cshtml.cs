using MediatR;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Charts;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeImprovementPlan;

[Needs(ImprovementPermissions.SeeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    public PlanView View { get; private set; } = null!;

    public Chart Colours { get; private set; } = null!;

    public bool MayNameLeads => actor.May(ImprovementPermissions.NameLeads);

    public bool MayPublish => actor.May(ImprovementPermissions.Publish);

    public bool MayPlanBoards => actor.May(ImprovementPermissions.PlanBoards);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeImprovementPlan(), cancellationToken), view =>
        {
            View = view;
            Colours = ChartOf(view);
            return Page();
        });

    private static Chart ChartOf(PlanView view)
    {
        var counts = view.Parts.CountBy(part => part.Shown).ToDictionary();
        var late = counts.GetValueOrDefault(Brag.Red);
        var shown = counts.GetValueOrDefault(Brag.Blue);
        return new Chart(
            ChartKind.Bars,
            "colours",
            "Parts of the plan by colour",
            $"{late} of {view.Parts.Count()} parts are red, and {shown} are done and shown to work.",
            "Colour",
            "Parts",
            [.. Enum.GetValues<Brag>().Select(colour => new ChartPoint(BragWords.Of(colour), counts.GetValueOrDefault(colour)))]);
    }
}
