using MediatR;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Panel;

/// <summary>A screen behind a card. Without a seat it leads to the card, after the close to the page that says so.</summary>
internal abstract class PanelPage(IMediator mediator) : PageModel
{
    public const string Start = "/panel";
    public const string Closed = "/panel/closed";

    public Seat? Seat { get; private set; }

    protected IMediator Mediator => mediator;

    protected string? Key => PanelCookie.Read(HttpContext);

    /// <returns>Where to go instead; null when this browser has a seat.</returns>
    protected async Task<IActionResult?> SitAsync(CancellationToken cancellationToken, bool evenClosed = false)
    {
        var outcome = await mediator.Send(new FindSeat(Key), cancellationToken);
        if (!outcome.IsOk)
        {
            return LocalRedirect(Start);
        }

        Seat = outcome.Value;
        ViewData["Ways"] = string.Join(' ', new[] { Seat.Reviewer.MoreSpace ? "panel--space" : "", Seat.Reviewer.Pictures ? "" : "panel--no-pictures" }).Trim();
        ViewData["ReadAloud"] = Seat.Reviewer.ReadAloud;
        return Seat.IsOpen || evenClosed ? null : LocalRedirect(Closed);
    }

    /// <summary>Done; without a seat to the card, and all else on the same screen with what was typed.</summary>
    protected async Task<IActionResult> AfterAsync<T>(Outcome<T> outcome, Func<T, IActionResult> done, Func<Task<IActionResult>> again)
    {
        if (outcome.IsOk)
        {
            return done(outcome.Value);
        }

        if (outcome.Kind == OutcomeKind.NotFound)
        {
            return LocalRedirect(Start);
        }

        foreach (var error in outcome.Errors)
        {
            ModelState.AddModelError(error.Field, error.Message);
        }

        var shown = await again();
        if (shown is PageResult)
        {
            Response.StatusCode = outcome.Kind == OutcomeKind.Conflict ? 409 : 400;
        }

        return shown;
    }
}
