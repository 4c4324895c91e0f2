using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Medway.LocalOffer.Accounts.Features.SignIn;

[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(SignInSteps steps, SignInLimits limits, Passkeys passkeys, CurrentSession current) : PageModel
{
    /// <summary>The same whatever was wrong.</summary>
    public const string Refusal =
        "That e-mail address and password do not go together, or there were too many wrong tries. After 5 wrong tries you must wait 15 minutes";

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    [BindProperty(SupportsGet = true, Name = "out")]
    public string? Out { get; set; }

    public bool HasLeft => Out is not null;

    public Door Door => Door.Of(Request.Path);

    public PasskeyOffer Offer { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() =>
        current.Value is { NeedsSecondFactor: false } session && Door.Of(session.Kind) == Door ? LocalRedirect(Door.Return(Return)) : await ShowAsync();

    public async Task<IActionResult> OnPostPasskeyAsync(string? answer, string? @sealed, CancellationToken cancellationToken)
    {
        if (await passkeys.WhoAsync(HttpContext, answer, @sealed) is { } account && account.Kind == Door.Kind && steps.MayComeIn(account))
        {
            await steps.FinishAsync(HttpContext, account, 2, "passkey", cancellationToken);
            return LocalRedirect(Door.Return(Return));
        }

        ModelState.AddModelError("", "That passkey did not work here. Use your password");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!limits.Allows(Email, HttpContext.Connection.RemoteIpAddress))
        {
            Response.Headers.RetryAfter = "60";
            return await this.TooOftenAsync(ShowAsync);
        }

        var isLong = Email.Length > Data.Account.MaximumEmail || Password.Length > PasswordRules.Longest;
        if (isLong || await steps.SignInAsync(HttpContext, Door.Kind, Email, Password, cancellationToken) is null)
        {
            ModelState.AddModelError("", Refusal);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync();
        }

        // Where a second factor is due, the page that was wanted leads there.
        return LocalRedirect(Door.Return(Return));
    }

    private async Task<IActionResult> ShowAsync()
    {
        Offer = await passkeys.OfferSignInAsync(HttpContext);
        return Page();
    }
}
