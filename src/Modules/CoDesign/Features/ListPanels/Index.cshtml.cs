using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.CoDesign.Features.ListPanels;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPageCachePolicy.Name, Tags = [CoDesignModule.CacheTag])]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<PublishedRound> Rounds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rounds = (await mediator.Send(new ListPanels(), cancellationToken)).Value;
}
