using MediatR;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Accounts.Features.LeavePerson;

[Needs(AccountsPermissions.ManagePeopleName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PersonPage(mediator)
{
    [BindProperty]
    public string To { get; set; } = "";

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(new LeavePerson(Id, Version, To, Reason), cancellationToken);
}
