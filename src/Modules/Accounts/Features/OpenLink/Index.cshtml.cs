using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Medway.LocalOffer.Accounts.Features.OpenLink;

/// <summary>
/// Where every link of ours lands. It says nothing about anybody and changes nothing, so that a scanner that opens mail before its reader
/// does no harm.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(OneTimeLinks links, IMediator mediator, FamilyLimits limits) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public bool IsLive { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => Show(await PageAsync(cancellationToken));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var live = await links.FindAsync(Token, cancellationToken);
        if (live?.Purpose == LinkPurposes.FamilyInvitation)
        {
            return await AskForCodeAsync(live.SubjectId, cancellationToken);
        }

        return live is not null && LinkPurposes.Page(live.Purpose, Token) is { } page ? LocalRedirect(page) : Show(null);
    }

    /// <summary>The code goes to the contact point that was invited, and works in this browser only: a scanner that presses the button gets nowhere.</summary>
    private async Task<IActionResult> AskForCodeAsync(Guid accessId, CancellationToken cancellationToken)
    {
        if (!limits.Allows(HttpContext))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var outcome = await mediator.Send(new AskWithInvitation(accessId), cancellationToken);
        if (!outcome.IsOk)
        {
            return Show(null);
        }

        FamilyCodes.SetCookie(HttpContext, outcome.Value);
        return LocalRedirect(FamilyDoor.TypeCode);
    }

    private async Task<string?> PageAsync(CancellationToken cancellationToken) =>
        await links.FindAsync(Token, cancellationToken) is { } live ? LinkPurposes.Page(live.Purpose, Token) : null;

    private PageResult Show(string? page)
    {
        IsLive = page is not null;
        Response.StatusCode = IsLive ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return Page();
    }
}
