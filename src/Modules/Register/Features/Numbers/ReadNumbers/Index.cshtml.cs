using MediatR;
using Medway.LocalOffer.Platform.Web.Caching;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.Register.Features.Numbers.ReadNumbers;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPageCachePolicy.Name, Tags = [RegisterModule.CacheTag])]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public NumbersView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadNumbers(null), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
