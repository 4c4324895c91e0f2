using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.Staff.ListCalls;

[Needs(MessagingPermissions.CallName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new([new("Call or meeting"), new("How"), new("Asked", "asked"), new("Tries", IsNumber: true)], "asked");

    public StaffList<CallRow> List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListCalls(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }
}
