using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features.Staff.SeePathway;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordWayForward;

[Needs(EhcpPermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string State { get; set; } = "";

    [BindProperty]
    public TypedDate On { get; set; } = new();

    [BindProperty]
    public string Note { get; set; } = "";

    public PathwayView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}/pathway";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = ModelState.ReadDay(On, nameof(On));
        if (!ModelState.IsValid)
        {
            return await this.UnreadableAsync(() => ShowAsync(cancellationToken));
        }

        return await this.AnswerAsync(
            await mediator.Send(new RecordWayForward(Id, TypedDates.Choice<WayForward>(State), day, Note), cancellationToken),
            _ => this.RedirectSaying(At, "It is written down. The time to appeal runs on."),
            () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeePathway.SeePathway(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
