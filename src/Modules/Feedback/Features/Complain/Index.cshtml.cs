using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Features.GiveFeedback;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.Complain;

/// <summary>Without an antiforgery token: see <see cref="OtherSites"/>.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, FeedbackLimits limits, Settings settings) : PageModel
{
    public static readonly IReadOnlyList<Choice> Kinds =
    [
        new(nameof(ComplaintKind.Service), "Something went wrong", "Help did not come, it was late, or somebody was rude"),
        new(nameof(ComplaintKind.DataProtection), "You used our information wrongly", "Like telling the wrong person"),
    ];

    public static readonly IReadOnlyList<Choice> YesOrNo = [new("yes", "Yes"), new("no", "No")];

    public int AcknowledgeDays => settings.Get(FeedbackSettings.Stage1Acknowledge);

    public int ReplyDays => settings.Get(FeedbackSettings.Stage1Reply);

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string Ehc { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string ReplyTo { get; set; } = "";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (OtherSites.Sent(Request))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return limits.Allows(HttpContext)
            ? await this.AnswerAsync(await mediator.Send(new Complain(Kind, Ehc, Words, ReplyTo), cancellationToken), reference => Redirect("/complain/thanks?reference=" + reference))
            : await this.TooOftenAsync();
    }
}
