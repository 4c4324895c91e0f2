using MediatR;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.News.StopNews;

/// <summary>The link's token is the proof, so that a mail program may post here without having opened the page.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, OneTimeLinks links) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public bool IsLive { get; private set; }

    public bool IsStopped { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        IsLive = await links.FindAsync(Token, cancellationToken) is { Purpose: StopNewsHandler.LinkPurpose };
        Response.StatusCode = IsLive ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        IsStopped = (await mediator.Send(new StopNews(Token), cancellationToken)).IsOk;
        Response.StatusCode = IsStopped ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return Page();
    }
}
