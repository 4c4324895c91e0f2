using Medway.LocalOffer.Accounts.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Medway.LocalOffer.Accounts.Features.SignInCode;

/// <summary>The second step, for whoever has shown a password.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(SignInSteps steps, CurrentSession current) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    public Door Door => Door.Of(Request.Path);

    public IActionResult OnGet() => Elsewhere() is { } elsewhere ? elsewhere : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Elsewhere() is { } elsewhere)
        {
            return elsewhere;
        }

        if (await steps.ConfirmAsync(HttpContext, current.Value!, Code, cancellationToken))
        {
            return LocalRedirect(Door.Return(Return));
        }

        ModelState.AddModelError(nameof(Code), "That code is not right, was used before, or there were too many wrong tries. Wait for the next code. After 5 wrong tries you must wait 15 minutes");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private LocalRedirectResult? Elsewhere() => current.Value switch
    {
        null => LocalRedirect(Door.SignIn),
        { NeedsSecondFactor: false } => LocalRedirect(Door.Return(Return)),
        { HasSecondFactor: false } => LocalRedirect(Door.SetUp),
        { } half => Door.Of(half.Kind) == Door ? null : LocalRedirect(Door.SignIn),
    };
}
