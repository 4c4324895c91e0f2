using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features.Staff.SeePathway;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ScreenRequest;

[Needs(EhcpPermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string Outcome { get; set; } = "";

    [BindProperty]
    public TypedDate ScreenedOn { get; set; } = new();

    [BindProperty]
    public string Note { get; set; } = "";

    public PathwayView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}/pathway";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = ModelState.ReadDay(ScreenedOn, nameof(ScreenedOn));
        if (!ModelState.IsValid)
        {
            return await this.UnreadableAsync(() => ShowAsync(cancellationToken));
        }

        return await this.AnswerAsync(
            await mediator.Send(new ScreenRequest(Id, TypedDates.Choice<ScreeningOutcome>(Outcome), day, Note), cancellationToken),
            _ => this.RedirectSaying(At, "It is written down. The clock runs on."),
            () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeePathway.SeePathway(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
