using MediatR;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Listings.Features.Staff.FindDuplicates;

[Needs(ListingsPermissions.DecideRecordsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<(string Heading, RecordKind Kind, IReadOnlyList<DuplicatePair> Pairs)> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new FindDuplicates(), cancellationToken), found =>
        {
            Groups = [("Services", RecordKind.Service, found.Services), ("Organisations", RecordKind.Organisation, found.Organisations), ("Places", RecordKind.Place, found.Places)];
            return Page();
        });
}
