using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.Improvement.Features.SeeProgress;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPageCachePolicy.Name, Tags = [ImprovementModule.CacheTag])]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<PublishedProgress> Rows { get; private set; } = [];

    /// <summary>The plan names months, and so does the page.</summary>
    public static string Month(DateOnly due) => due.ToString("MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = (await mediator.Send(new SeeProgress(), cancellationToken)).Value;
}
