using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.ListEntries;

[Needs(RegisterPermissions.ReadName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Reference"), new("Child"), new("State"), new("How it came"), new("Received", "received"), new("Live by", "by")], "by",
        new ListFilter("show", "Show", [new("live", "Live"), new("lapsed", "No answer to the yearly check"), new("unconfirmed", "From the old register, not confirmed"), new("ended", "Ended"), new("all", "All")]));

    public StaffList<EntryRow> List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListEntries(query), cancellationToken), page =>
        {
            List = new(Shape, query, page.Listed);
            return Page();
        });
    }
}
