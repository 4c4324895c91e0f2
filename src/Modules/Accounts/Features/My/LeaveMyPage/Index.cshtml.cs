using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Web.KeptForms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.My.LeaveMyPage;

/// <summary>Open to anybody: whoever's session has just ended presses the button too.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(FamilySessions sessions) : PageModel
{
    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await sessions.CloseAsync(HttpContext, cancellationToken);
        FamilyCodes.ForgetCookie(HttpContext);
        await HttpContext.ForgetKeptFormsAsync(cancellationToken);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return LocalRedirect(FamilyDoor.SignIn + "?out=yes");
    }
}
