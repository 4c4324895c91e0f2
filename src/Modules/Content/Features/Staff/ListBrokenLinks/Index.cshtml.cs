using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.ListBrokenLinks;

[Needs(ContentPermissions.AddressesName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Address", "address"), new("What is wrong"), new("Since", "since"), new("Where it stands")],
        "since",
        new ListFilter("state", "Show", [new("broken", "Broken"), new("failing", "Failed once or twice"), new("moved", "Moved for good"), new("all", "All")]));

    public StaffList<LinkRow> List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListBrokenLinks(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }
}
