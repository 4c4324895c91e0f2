using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.ListPeople;

[Needs(AccountsPermissions.ManagePeopleName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Name", "name"), new("E-mail"), new("State"), new("Roles"), new("Last signed in", "seen")],
        "name",
        new ListFilter("words", "Name or e-mail"),
        new ListFilter("state", "State", Choice.OfAll<AccountState>(state => $"{state}")),
        new ListFilter("role", "Role", [.. Roles.OfStaff.Append(Roles.Provider).Select(role => new Choice(role, role))]));

    public StaffList<PersonRow> List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListPeople(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }
}
