using MediatR;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.Listings.Features.ViewService;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPageCachePolicy.Name, Tags = [ListingsModule.CacheTag, LoadedCalendars.NoticeTag])]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public ServiceView Service { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await mediator.ServiceAsync(slug, "", service =>
        {
            Service = service;
            return Page();
        }, cancellationToken);
}
