using MediatR;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.Content.Features.ViewPage;

/// <summary>Whatever no other part of the site answers: a page of the tree, an old address, or nothing.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPageCachePolicy.Name, Tags = [ContentModule.CacheTag])]
internal sealed class IndexModel(IMediator mediator, MissedPaths missed) : PageModel
{
    public PageView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string path, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ViewPage(path), cancellationToken);
        if (!outcome.IsOk)
        {
            await missed.NoteAsync(path, cancellationToken);
            return NotFound();
        }

        if (outcome.Value.MovedTo is { } moved)
        {
            return RedirectPermanent(moved);
        }

        if (outcome.Value.HasGone)
        {
            return StatusCode(StatusCodes.Status410Gone);
        }

        View = outcome.Value.View!;
        return Page();
    }
}
