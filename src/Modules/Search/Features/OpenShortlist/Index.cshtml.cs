using MediatR;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.FindHelp;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Search.Features.OpenShortlist;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>What the link held, that is there.</summary>
    public SlugList List { get; private set; } = SlugList.Empty;

    public ShortlistView View { get; private set; } = new([], 0);

    public CardList Cards => new(View.Cards) { Saved = List };

    /// <summary>The address that opens this list anywhere.</summary>
    public string Address => $"{Request.Scheme}://{Request.Host}{Link(List)}";

    public static string Link(SlugList list) => $"/shortlist?s={list}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var given = SlugList.Read(Request.Query["s"]);
        View = (await mediator.Send(new OpenShortlist(given.Slugs), cancellationToken)).Value;
        List = new SlugList([.. View.Cards.Select(card => card.Slug!)], given.Given);
        return Page();
    }
}
