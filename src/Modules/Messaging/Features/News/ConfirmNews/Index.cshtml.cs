using MediatR;
using Medway.LocalOffer.Messaging.Features.News.AskForNews;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.News.ConfirmNews;

/// <summary>Opening the link changes nothing: programs that look at mail before its reader open links too.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, OneTimeLinks links) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public bool IsLive { get; private set; }

    public string? Topic { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        IsLive = await links.FindAsync(Token, cancellationToken) is { Purpose: AskForNewsHandler.LinkPurpose };
        Response.StatusCode = IsLive ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ConfirmNews(Token), cancellationToken);
        Topic = outcome.IsOk ? Staff.LedgerWords.Topic(outcome.Value) : null;
        Response.StatusCode = outcome.IsOk ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return Page();
    }
}
