using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.ListJoins;

[Needs(FamilyPermissions.DecideJoinsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Request"), new("Where it stands"), new("Asked", "asked"), new("Decided")],
        "asked",
        new ListFilter("state", "Where it stands", [new("waiting", "Waits"), new("approved", "Yes"), new("declined", "No")]));

    public StaffList<JoinRow> List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListJoins(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }

    public static string Words(JoinState state) => state switch
    {
        JoinState.Approved => "Yes",
        JoinState.Declined => "No",
        _ => "Waits",
    };
}
