using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features.Staff.SeeRecord;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.TakeBackEvent;

[Needs(EhcpPermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "eventId")]
    public Guid EventId { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    public RecordView View { get; private set; } = null!;

    public EhcEvent Wrong { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new TakeBackEvent(Id, EventId, Reason), cancellationToken),
        _ => this.RedirectSaying(At, "It is taken back. It stays on the record, and no date counts from it any more."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeRecord.SeeRecord(Id), cancellationToken), view =>
        {
            View = view;
            if (view.Events.FirstOrDefault(one => one.Id == EventId && one.WithdrawnAt is null) is not { } wrong)
            {
                return NotFound();
            }

            Wrong = wrong;
            return Page();
        });
}
