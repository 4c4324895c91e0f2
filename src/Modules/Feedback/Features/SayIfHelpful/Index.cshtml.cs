using MediatR;
using Medway.LocalOffer.Feedback.Features.GiveFeedback;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.SayIfHelpful;

/// <summary>Without an antiforgery token: see <see cref="OtherSites"/>.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, FeedbackLimits limits) : PageModel
{
    public static readonly IReadOnlyList<Choice> Answers = [new(SayIfHelpful.Yes, "Yes"), new(SayIfHelpful.No, "No")];

    [BindProperty(SupportsGet = true)]
    public string About { get; set; } = "";

    [BindProperty]
    public string Helpful { get; set; } = "";

    /// <summary>The page that it is about; null when there is none.</summary>
    public string? Path => GiveFeedback.GiveFeedback.PathOf(About);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (OtherSites.Sent(Request))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return limits.AllowsVote(HttpContext)
            ? await this.AnswerAsync(
                await mediator.Send(new SayIfHelpful(About, Helpful), cancellationToken),
                _ => Redirect(Helpful == SayIfHelpful.Yes ? "/feedback/thanks" : "/feedback?about=" + Uri.EscapeDataString(About)))
            : await this.TooOftenAsync();
    }
}
