using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Web.KeptForms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.SignOut;

/// <summary>Open to anybody, because whoever lost their last role must still be able to leave.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(Sessions sessions, CurrentSession current) : PageModel
{
    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(bool everywhere, CancellationToken cancellationToken)
    {
        if (everywhere && current.Value is { } session)
        {
            await sessions.CloseAllAsync(session.AccountId, butNot: null, cancellationToken);
        }

        await sessions.CloseAsync(HttpContext, cancellationToken);
        await HttpContext.ForgetKeptFormsAsync(cancellationToken);
        return LocalRedirect(Door.Of(Request.Path).SignIn + "?out=yes");
    }
}
