using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Accounts.Features.SuspendPerson;

[Needs(AccountsPermissions.ManagePeopleName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PersonPage(mediator)
{
    [BindProperty]
    public bool Suspend { get; set; }

    public bool IsSuspended => Person.State == AccountState.Suspended;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        SendAsync(new SuspendPerson(Id, Version, Suspend, Reason), cancellationToken);
}
