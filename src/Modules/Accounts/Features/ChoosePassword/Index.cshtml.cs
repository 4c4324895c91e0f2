using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Tokens;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Medway.LocalOffer.Accounts.Features.ChoosePassword;

[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, OneTimeLinks links, SignInSteps steps) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string RepeatedPassword { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await links.FindAsync(Token, cancellationToken) is { } live && LinkPurposes.IsForPassword(live.Purpose) ? Page() : LocalRedirect($"/link/{Token}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ChoosePassword(Token, Password, RepeatedPassword), cancellationToken);
        if (outcome.IsOk)
        {
            await steps.FinishAsync(HttpContext, outcome.Value, 1, "link", cancellationToken);
        }

        return await this.AnswerAsync(outcome, account => LocalRedirect(Door.Of(account.Kind).Path + "/account"));
    }
}
