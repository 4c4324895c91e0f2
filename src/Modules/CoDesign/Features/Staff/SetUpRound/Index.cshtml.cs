using MediatR;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.CoDesign.Features.Staff.SetUpRound;

[Needs(CoDesignPermissions.RunName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : RoundForm(mediator)
{
    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SaveAsync(null, cancellationToken);
}
