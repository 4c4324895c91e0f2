using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.Improvement.Features.SeeEasyProgress;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPageCachePolicy.Name, Tags = [ImprovementModule.CacheTag])]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<PublishedProgress> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = (await mediator.Send(new SeeProgress.SeeProgress(), cancellationToken)).Value;
}
