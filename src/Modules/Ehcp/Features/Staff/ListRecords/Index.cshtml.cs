using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListRecords;

[Needs(EhcpPermissions.ListName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Reference"), new("Child"), new("Where it is"), new("Received", "received"), new("Next, by law"), new("By", "next")], "next",
        new ListFilter("show", "Show", [new("late", "Late"), new("over", "Ended or refused"), new("all", "All")]),
        new ListFilter("whose", "Whose", [new("mine", "Mine")]));

    public StaffList<RecordRow> List { get; private set; } = null!;

    public bool MayLog => actor.May(EhcpPermissions.Log);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListRecords(query), cancellationToken), page =>
        {
            List = new(Shape, query, page.Listed);
            return Page();
        });
    }
}
