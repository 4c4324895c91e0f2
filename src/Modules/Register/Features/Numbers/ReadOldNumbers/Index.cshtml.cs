using MediatR;
using Medway.LocalOffer.Platform.Web.Caching;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Features.Numbers.ReadNumbers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.Register.Features.Numbers.ReadOldNumbers;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPageCachePolicy.Name, Tags = [RegisterModule.CacheTag])]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Quarter { get; set; } = "";

    public NumbersView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadNumbers.ReadNumbers(Quarter), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
