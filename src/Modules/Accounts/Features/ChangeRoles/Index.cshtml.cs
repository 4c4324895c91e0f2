using MediatR;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Accounts.Features.ChangeRoles;

[Needs(AccountsPermissions.ManagePeopleName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PersonPage(mediator)
{
    [BindProperty]
    public List<Guid> Take { get; set; } = [];

    [BindProperty]
    public string Role { get; set; } = "";

    [BindProperty]
    public string Limit { get; set; } = nameof(ScopeKind.Everything);

    [BindProperty]
    public string LimitId { get; set; } = "";

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        SendAsync(new ChangeRoles(Id, Version, Take, Role, Limit, LimitId, Reason), cancellationToken);
}
