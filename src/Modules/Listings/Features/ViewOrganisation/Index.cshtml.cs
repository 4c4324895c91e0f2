using MediatR;
using Medway.LocalOffer.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.Listings.Features.ViewOrganisation;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPageCachePolicy.Name, Tags = [ListingsModule.CacheTag])]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public OrganisationView Organisation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ViewOrganisation(slug), cancellationToken);
        if (!outcome.IsOk)
        {
            return NotFound();
        }

        if (outcome.Value is not { View: { } view })
        {
            return outcome.Value.MovedTo is { } moved ? LocalRedirectPermanent($"/organisations/{moved}") : StatusCode(StatusCodes.Status410Gone);
        }

        Organisation = view;
        return Page();
    }
}
