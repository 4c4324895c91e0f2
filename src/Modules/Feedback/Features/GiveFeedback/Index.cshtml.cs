using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Domain;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.GiveFeedback;

/// <summary>Without an antiforgery token: see <see cref="OtherSites"/>.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, FeedbackLimits limits) : PageModel
{
    public static readonly IReadOnlyList<Choice> Kinds =
    [
        new(nameof(CommentKind.Wrong), "Something is wrong"),
        new(nameof(CommentKind.Missing), "Something is missing"),
        new(nameof(CommentKind.HardToUse), "It is hard to read or to use"),
        new(nameof(CommentKind.Idea), "I have an idea"),
        new(nameof(CommentKind.Thanks), "Thank you"),
    ];

    [BindProperty(SupportsGet = true)]
    public string About { get; set; } = "";

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    /// <summary>Pressed after the question whether to take something out.</summary>
    [BindProperty]
    public bool Anyway { get; set; }

    /// <summary>Kinds of what might tell who somebody is; the page asks about them once.</summary>
    public IReadOnlyList<string> Found { get; private set; } = [];

    /// <summary>The page that it is about; null for the whole site.</summary>
    public string? Path => GiveFeedback.PathOf(About);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (OtherSites.Sent(Request))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!Anyway && TellsWho.In(Words) is { Count: > 0 } found)
        {
            Found = found;
            return Page();
        }

        return limits.Allows(HttpContext)
            ? await this.AnswerAsync(await mediator.Send(new GiveFeedback(About, Kind, Words), cancellationToken), _ => Redirect("/feedback/thanks"))
            : await this.TooOftenAsync();
    }
}
