using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.InvitePerson;

[Needs(AccountsPermissions.ManagePeopleName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Kinds =
        [new(nameof(AccountKind.Staff), "Staff"), new(nameof(AccountKind.Provider), "A provider", "Somebody who runs a service in the directory")];

    public static readonly IReadOnlyList<Choice> AllRoles = [.. GivenRole.RolesFor(AccountKind.Staff), .. GivenRole.RolesFor(AccountKind.Provider)];

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Kind { get; set; } = nameof(AccountKind.Staff);

    [BindProperty]
    public string Role { get; set; } = "";

    [BindProperty]
    public string Limit { get; set; } = nameof(ScopeKind.Everything);

    [BindProperty]
    public string LimitId { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public InvitedPerson? Invited { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new InvitePerson(Name, Email, Kind, Role, Limit, LimitId, Reason), cancellationToken),
        invited =>
        {
            Invited = invited;
            return Page();
        });
}
