using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Staff.SeePlan;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.WritePlanPart;

[Needs(EhcpPermissions.WritePlansName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "part")]
    public string PartName { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    /// <summary>Of the section when it was opened.</summary>
    [BindProperty]
    public uint Version { get; set; }

    public PlanView View { get; private set; } = null!;

    /// <summary>What somebody else wrote meanwhile; null when nobody did.</summary>
    public string? Theirs { get; private set; }

    public PlanPart Part => TypedDates.Choice<PlanPart>(PartName);

    public string At => $"/staff/ehcp/records/{Id}/plan";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(cancellationToken);
        if (shown is PageResult)
        {
            (Words, Version) = (Text?.Words ?? "", Text?.Version ?? 0);
        }

        return shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new WritePlanPart(Id, Part, Words, Version), cancellationToken);
        return await this.AnswerAsync(outcome, _ => this.RedirectSaying(At, $"Section {Part} is saved."), async () =>
        {
            var shown = await ShowAsync(cancellationToken);
            if (shown is PageResult && outcome.Kind == OutcomeKind.Conflict)
            {
                // The next try starts from what stands there now.
                ModelState.Remove(nameof(Version));
                (Theirs, Version) = (Text?.Words ?? "", Text?.Version ?? 0);
            }

            return shown;
        });
    }

    private PlanText? Text => View.Texts.GetValueOrDefault(Part);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeePlan.SeePlan(Id), cancellationToken), view =>
        {
            View = view;
            return !Enum.IsDefined(Part) ? NotFound()
                : view.IsBeingWritten || Words.Length > 0 ? Page()
                : this.RedirectSaying(At, "No text is being written. Begin the next one first.");
        });
}
