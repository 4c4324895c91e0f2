using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListLateAdvice;

[Needs(EhcpPermissions.ListName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Who gives it"), new("Record"), new("Child"), new("Asked on"), new("By law by", "due"), new("Asked again")], "due",
        new ListFilter("from", "Who gives it", EhcpWords.Advisers),
        new ListFilter("show", "Show", [new("late", "Late")]),
        new ListFilter("whose", "Whose", [new("mine", "Mine")]));

    public StaffList<WaitingAdvice> List { get; private set; } = null!;

    public LateAdvicePage Shown { get; private set; } = null!;

    public bool MayRecord => actor.May(EhcpPermissions.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListLateAdvice(query), cancellationToken), page =>
        {
            Shown = page;
            List = new(Shape, query, page.Listed);
            return Page();
        });
    }
}
