using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.OwnAccount;

[Needs(AccountsPermissions.OwnAccountName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, CurrentSession current, Passkeys passkeys, SignInSteps steps) : PageModel
{
    [BindProperty]
    public string CurrentPassword { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>What shows once more that it is they: asked by each form that changes how they come in.</summary>
    [BindProperty]
    public string Code { get; set; } = "";

    public SignedIn Me => current.Value!;

    public Door Door => Door.Of(Me.Kind);

    public string At => Door.Path + "/account";

    public OwnAccount Own { get; private set; } = null!;

    public PasskeyOffer Offer { get; private set; } = null!;

    /// <summary>On the one page that shows them.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>The form that was sent.</summary>
    private string sent = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellationToken)
    {
        var factors = Me.Factors;
        var outcome = await mediator.Send(new ChangePassword(CurrentPassword, Password), cancellationToken);
        if (outcome.IsOk)
        {
            await steps.FinishAsync(HttpContext, outcome.Value, factors, "new password", cancellationToken);
        }

        return await this.AnswerAsync(outcome, _ => this.RedirectSaying(At, "Your password is changed."), () => ShowAsync(cancellationToken));
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? answer, string? @sealed, CancellationToken cancellationToken)
    {
        if (await passkeys.NewAsync(HttpContext, Me.AccountId, answer, @sealed) is not { } passkey)
        {
            ModelState.AddModelError("", "That passkey could not be kept. Try again");
            Response.StatusCode = 400;
            return await ShowAsync(cancellationToken);
        }

        sent = "passkey";
        var outcome = await mediator.Send(new AddPasskey(passkey, Code), cancellationToken);
        if (outcome.IsOk)
        {
            // A passkey has just shown two factors; and a key of the session from before it must not be worth more now.
            await steps.FinishAsync(HttpContext, outcome.Value, 2, "new passkey", cancellationToken);
        }

        return await this.AnswerAsync(outcome, _ => this.RedirectSaying(At, "Your passkey is added."), () => ShowAsync(cancellationToken));
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id, CancellationToken cancellationToken)
    {
        sent = id ?? "";
        return await this.AnswerAsync(
            await mediator.Send(new RemovePasskey(sent, Code), cancellationToken), _ => this.RedirectSaying(At, "The passkey is removed."), () => ShowAsync(cancellationToken));
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancellationToken)
    {
        sent = "codes";
        var outcome = await mediator.Send(new MakeRecoveryCodes(Code), cancellationToken);
        if (outcome.IsOk)
        {
            Codes = outcome.Value;
        }

        return outcome.IsOk ? await ShowAsync(cancellationToken) : await this.AnswerAsync(outcome, _ => Page(), () => ShowAsync(cancellationToken));
    }

    public ProofField Proof(string form) => new(nameof(Code), form, Own.HasApp, sent == form);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewOwnAccount(), cancellationToken), own =>
        {
            Own = own;
            return Page();
        }) is PageResult page
            ? await WithOfferAsync(page)
            : NotFound();

    private async Task<IActionResult> WithOfferAsync(PageResult page)
    {
        Offer = await passkeys.OfferNewAsync(HttpContext, Me.AccountId, Own.Email);
        return page;
    }
}
