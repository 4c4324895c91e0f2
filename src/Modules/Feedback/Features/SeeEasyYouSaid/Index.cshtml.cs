using MediatR;
using Medway.LocalOffer.Feedback.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.SeeEasyYouSaid;

[AllowAnonymous]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<YouSaid> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = (await mediator.Send(new SeeYouSaid.SeeYouSaid(), cancellationToken)).Value;
}
