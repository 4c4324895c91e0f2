using MediatR;
using Medway.LocalOffer.Content.Features.ViewPage;
using Medway.LocalOffer.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.Content.Features.ListQuestions;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPageCachePolicy.Name, Tags = [ContentModule.CacheTag])]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<PageLink> Questions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Questions = (await mediator.Send(new ListQuestions(), cancellationToken)).Value;
}
