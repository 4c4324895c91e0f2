using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Medway.LocalOffer.Accounts.Features.Join.AskToJoin;

[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, FamilyLimits limits) : PageModel
{
    [BindProperty]
    public string Contact { get; set; } = "";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!limits.Allows(HttpContext))
        {
            return await this.TooOftenAsync();
        }

        return await this.AnswerAsync(await mediator.Send(new AskToJoin(Contact), cancellationToken), key =>
        {
            FamilyCodes.SetCookie(HttpContext, key);
            return LocalRedirect("/join/code");
        });
    }
}
