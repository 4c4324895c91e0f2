using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Medway.LocalOffer.Accounts.Features.My.TypeSecondCode;

[Needs(FamilyPermissions.OwnSecurityName)]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, FamilySessions sessions, CurrentFamily current) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    public IActionResult OnGet() => FamilyCodes.KeyOf(HttpContext) is null
        ? LocalRedirect(FamilyDoor.Security + (Return is null ? "" : QueryString.Create("return", FamilyDoor.Return(Return))))
        : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ConfirmSecondCode(FamilyCodes.KeyOf(HttpContext), Code), cancellationToken);
        if (outcome.IsOk)
        {
            await sessions.OpenAsync(HttpContext, current.Value!.AccessId, factors: 2, current.Value.IsShared, cancellationToken);
            FamilyCodes.ForgetCookie(HttpContext);
        }

        return await this.AnswerAsync(outcome, _ => LocalRedirect(FamilyDoor.Return(Return)));
    }
}
