using MediatR;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeImprovementPlan;

[Needs(ImprovementPermissions.SeeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    public PlanView View { get; private set; } = null!;

    /// <summary>How many parts have each colour, the best first; also those that none has.</summary>
    public IReadOnlyList<(Brag Colour, int Parts)> Colours { get; private set; } = [];

    public bool MayNameLeads => actor.May(ImprovementPermissions.NameLeads);

    public bool MayPublish => actor.May(ImprovementPermissions.Publish);

    public bool MayLoadPlans => actor.May(ImprovementPermissions.LoadPlans);

    public bool MayPlanBoards => actor.May(ImprovementPermissions.PlanBoards);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "plan")] string? slug, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeImprovementPlan(slug ?? ""), cancellationToken), view =>
        {
            View = view;
            var counts = view.Parts.CountBy(part => part.Shown).ToDictionary();
            Colours = [.. Enum.GetValues<Brag>().OrderDescending().Select(colour => (colour, counts.GetValueOrDefault(colour)))];
            return Page();
        });
}
