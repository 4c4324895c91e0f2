using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Codes;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Medway.LocalOffer.Accounts.Features.My.AddApp;

[Needs(FamilyPermissions.OwnSecurityName)]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, SecondFactors offers, FamilyFactors factors, FamilySessions sessions, CurrentFamily current) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    /// <summary>The new key, sealed for this person's access and half an hour: nothing is stored of it before it works.</summary>
    [BindProperty]
    public string Sealed { get; set; } = "";

    public QrPath Qr { get; private set; } = null!;

    public string SpacedKey { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await factors.MayAddAppAsync(current.Value!, cancellationToken))
        {
            return LocalRedirect(FamilyDoor.Security + QueryString.Create("return", FamilyDoor.AddApp));
        }

        var (key, offered) = offers.Offer(current.Value!.AccessId);
        return Show(key, offered);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (offers.KeyOf(current.Value!.AccessId, Sealed) is not { } key)
        {
            return LocalRedirect(FamilyDoor.AddApp);
        }

        var outcome = await mediator.Send(new AddApp(key, Code), cancellationToken);
        if (outcome.IsOk)
        {
            await sessions.OpenAsync(HttpContext, current.Value!.AccessId, factors: 2, current.Value.IsShared, cancellationToken);
        }

        return await this.AnswerAsync(outcome, _ => LocalRedirect(FamilyDoor.Documents), () => Task.FromResult<IActionResult>(Show(key, Sealed)));
    }

    private PageResult Show(string key, string offered)
    {
        const string Issuer = "Medway Local Offer";
        Qr = QrPath.Of($"otpauth://totp/{Uri.EscapeDataString(Issuer + ":My page")}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}");
        SpacedKey = string.Join(' ', key.Chunk(4).Select(part => new string(part)));
        Sealed = offered;
        return Page();
    }
}
