using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Listings.Features.Staff.ReadListing;

[Needs(ListingsPermissions.ReadRecordsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : RecordPage
{
    public RecordView Record { get; private set; } = null!;

    public bool CanEdit => actor.May(ListingsPermissions.EditRecords);

    public bool CanDecide => actor.May(ListingsPermissions.DecideRecords);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadListing(Kind, Id), cancellationToken), record =>
        {
            Record = record;
            return Page();
        });
}
