using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Medway.LocalOffer.Accounts.Features.My.TypeCode;

/// <summary>The same page whether we know what was typed or not.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, FamilySessions sessions) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public bool IsShared { get; set; }

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    public IActionResult OnGet() => FamilyCodes.KeyOf(HttpContext) is null ? LocalRedirect(FamilyDoor.SignIn) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new SignInWithCode(FamilyCodes.KeyOf(HttpContext), Code), cancellationToken);
        if (outcome.IsOk)
        {
            await sessions.OpenAsync(HttpContext, outcome.Value, factors: 1, IsShared, cancellationToken);
            FamilyCodes.ForgetCookie(HttpContext);
        }

        return await this.AnswerAsync(outcome, _ => LocalRedirect(FamilyDoor.Return(Return)));
    }
}
