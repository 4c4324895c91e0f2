using MediatR;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.FindHelp;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Search.Features.ViewPack;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public PackView Pack { get; private set; } = null!;

    public CardList Cards => new(Pack.Services.Cards);

    public SlugList List => new([.. Pack.Services.Cards.Select(card => card.Slug!)], Pack.Services.Cards.Count);

    public string Address => $"{Request.Scheme}://{Request.Host}{Request.Path}";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ViewPack(code), cancellationToken);
        if (!outcome.IsOk)
        {
            return NotFound();
        }

        Pack = outcome.Value;
        return Page();
    }
}
