using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Search.Features.Staff.RemovePacks;

[Needs(SearchPermissions.ChangeWordsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new([new("Pack"), new("Services", IsNumber: true), new("Made on"), new("Take away")], "");

    public StaffList<PackRow> List { get; private set; } = null!;

    public bool IsRemoved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancellationToken)
    {
        IsRemoved = done is "removed";
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListPacks(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string code, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new RemovePack(code ?? ""), cancellationToken), _ => Redirect("/staff/search/packs?done=removed"));
}
