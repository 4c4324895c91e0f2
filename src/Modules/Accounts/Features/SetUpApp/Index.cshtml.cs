using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Web.Codes;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Medway.LocalOffer.Accounts.Features.SetUpApp;

/// <summary>For whoever has no second factor yet, and for whoever has just shown one and wants another app.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, SecondFactors factors, FreshProof proof, SignInSteps steps, CurrentSession current) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public string Current { get; set; } = "";

    [BindProperty]
    public string Sealed { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    public Door Door => Door.Of(Request.Path);

    /// <summary>Null where signing in is what they are doing: the password was typed a moment ago.</summary>
    public ProofField? Proof { get; private set; }

    public QrPath Qr { get; private set; } = null!;

    public string SpacedKey { get; private set; } = "";

    /// <summary>Recovery codes, on the one page that shows them.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!MayCome)
        {
            return LocalRedirect(Door.SignIn);
        }

        var (key, offered) = factors.Offer(current.Value!.AccountId);
        return await ShowAsync(key, offered, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!MayCome || factors.KeyOf(current.Value!.AccountId, Sealed) is not { } key)
        {
            return LocalRedirect(Door.SetUp);
        }

        var outcome = await mediator.Send(new SetUpApp(current.Value!.AccountId, key, Code, AsksProof ? Current : null), cancellationToken);
        if (outcome.IsOk)
        {
            await steps.FinishAsync(HttpContext, outcome.Value.Account, 2, "set up an app", cancellationToken);
            Codes = outcome.Value.RecoveryCodes;
        }

        return await this.AnswerAsync(outcome, _ => Page(), () => ShowAsync(key, Sealed, cancellationToken));
    }

    private bool MayCome => current.Value is { } session && Door.Of(session.Kind) == Door && (session.Factors == 2 || !session.HasSecondFactor);

    private bool AsksProof => !current.Value!.NeedsSecondFactor;

    private async Task<IActionResult> ShowAsync(string key, string offered, CancellationToken cancellationToken)
    {
        Proof = AsksProof
            ? new ProofField(nameof(Current), "now", await proof.HasAppAsync(current.Value!.AccountId, cancellationToken), HttpMethods.IsPost(Request.Method))
            : null;
        var name = await steps.NameAsync(current.Value!.AccountId, cancellationToken);
        const string Issuer = "Medway Local Offer";
        Qr = QrPath.Of($"otpauth://totp/{Uri.EscapeDataString($"{Issuer}:{name}")}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}");
        SpacedKey = string.Join(' ', key.Chunk(4).Select(part => new string(part)));
        Sealed = offered;
        ModelState.SetModelValue(nameof(Sealed), offered, offered);
        return Page();
    }
}
