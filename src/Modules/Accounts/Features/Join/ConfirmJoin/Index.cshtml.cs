using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Medway.LocalOffer.Accounts.Features.Join.ConfirmJoin;

[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string For { get; set; } = "";

    public bool IsDone { get; private set; }

    public IActionResult OnGet() => FamilyCodes.KeyOf(HttpContext) is null ? LocalRedirect("/join") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ConfirmJoin(FamilyCodes.KeyOf(HttpContext), Code, Name, For), cancellationToken), _ =>
        {
            FamilyCodes.ForgetCookie(HttpContext);
            IsDone = true;
            return Page();
        });
}
