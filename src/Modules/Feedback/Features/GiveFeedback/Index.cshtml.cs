using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.GiveFeedback;

/// <summary>
/// The site sets no cookie for its visitors, so there is no antiforgery token: a form that another site sends is known by what the browser
/// says of where it comes from.
/// </summary>
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

    /// <summary>The page that it is about; null for the whole site.</summary>
    public string? Path => GiveFeedback.PathOf(About);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (IsFromElsewhere(Request))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return limits.Allows(HttpContext)
            ? await this.AnswerAsync(await mediator.Send(new GiveFeedback(About, Kind, Words), cancellationToken), _ => Redirect("/feedback/thanks"))
            : await this.TooOftenAsync();
    }

    private static bool IsFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return (site.Length > 0 && site is not ("same-origin" or "none"))
            || (origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}");
    }
}
