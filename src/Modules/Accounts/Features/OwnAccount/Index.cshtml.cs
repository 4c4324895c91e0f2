using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.OwnAccount;

[Needs(AccountsPermissions.OwnAccountName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(CurrentSession current) : PageModel
{
    public SignedIn Me => current.Value!;

    public Door Door => Door.Of(Me.Kind);
}
