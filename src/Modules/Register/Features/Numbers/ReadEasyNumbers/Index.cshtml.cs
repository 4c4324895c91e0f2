using MediatR;
using Medway.LocalOffer.Platform.Web.Caching;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Features.Numbers.ReadNumbers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.Register.Features.Numbers.ReadEasyNumbers;

/// <summary>The newest published numbers in Easy Read: the same rows, all ages together.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPageCachePolicy.Name, Tags = [RegisterModule.CacheTag])]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public NumbersView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadNumbers.ReadNumbers(null), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
