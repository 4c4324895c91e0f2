using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Medway.LocalOffer.Accounts.Features.My.AskToSignIn;

[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, CurrentFamily current, FamilyLimits limits) : PageModel
{
    [BindProperty]
    public string Contact { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    [BindProperty(SupportsGet = true, Name = "out")]
    public string? Out { get; set; }

    public bool HasLeft => Out is not null;

    public IActionResult OnGet() => current.Value is null ? Page() : LocalRedirect(FamilyDoor.Return(Return));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!limits.Allows(HttpContext))
        {
            return await this.TooOftenAsync();
        }

        return await this.AnswerAsync(await mediator.Send(new AskToSignIn(Contact), cancellationToken), key =>
        {
            FamilyCodes.SetCookie(HttpContext, key);
            return LocalRedirect(FamilyDoor.TypeCode + QueryString.Create("return", FamilyDoor.Return(Return)));
        });
    }
}
