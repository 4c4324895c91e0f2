using MediatR;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Accounts.Features.IssueLink;

[Needs(AccountsPermissions.ManagePeopleName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PersonPage(mediator)
{
    [BindProperty]
    public bool ResetFactors { get; set; }

    public IssuedLink? Issued { get; private set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        new IssueLink(Id, Version, ResetFactors, Reason),
        issued =>
        {
            Issued = issued;
            return Page();
        },
        cancellationToken);
}
