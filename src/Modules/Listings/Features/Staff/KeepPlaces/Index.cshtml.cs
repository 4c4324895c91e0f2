using MediatR;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Listings.Features.Staff.KeepPlaces;

[Needs(ListingsPermissions.ReadRecordsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Place", "name"), new("Town", "town"), new("State"), new("Services", null, IsNumber: true), new("Facts known", null, IsNumber: true)],
        "name",
        new ListFilter("words", "Name, street, town or postcode"),
        new ListFilter("state", "State", Choice.OfAll<RecordState>(state => $"{state}")));

    public StaffList<PlaceRow> List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new KeepPlaces(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }
}
