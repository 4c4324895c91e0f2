using MediatR;
using Medway.LocalOffer.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.Content.Features.ListEvents;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPageCachePolicy.Name, Tags = [ContentModule.CacheTag])]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<EventItem> Events { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Events = (await mediator.Send(new ListEvents(), cancellationToken)).Value;
}
