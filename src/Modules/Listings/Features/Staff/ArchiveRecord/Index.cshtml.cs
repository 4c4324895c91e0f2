using MediatR;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Listings.Features.Staff.ArchiveRecord;

[Needs(ListingsPermissions.DecideRecordsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : RecordPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public ReadListing.RecordView Record { get; private set; } = null!;

    public bool IsBack => Record.State == RecordState.Archived;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? direction, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new ArchiveRecord(Kind, Id, direction == "back", Reason ?? ""), cancellationToken),
        _ => LocalRedirect(At),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadListing.ReadListing(Kind, Id), cancellationToken), record =>
        {
            Record = record;
            return Page();
        });
}
