using MediatR;
using Medway.LocalOffer.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.Content.Features.ListNews;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPageCachePolicy.Name, Tags = [ContentModule.CacheTag])]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<NewsItem> News { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => News = (await mediator.Send(new ListNews(), cancellationToken)).Value;
}
