using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.Staff.ModerateComment;

[Needs(FeedbackPermissions.ModerateName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Decisions =
    [
        new(nameof(Moderation.Accepted), "Accept", "It points at nobody. Colleagues may read it and count it"),
        new(nameof(Moderation.WordsRemoved), "Accept with words removed", "Take out below what points at somebody. The original stays sealed"),
        new(nameof(Moderation.NotForPublishing), "Not for publishing", "Colleagues read it and answer, and it is counted nowhere"),
        new(nameof(Moderation.Worried), "I am worried about this", "It is locked, and the safeguarding lead hears of it at once"),
    ];

    public static readonly IReadOnlyList<Choice> Reasons = Choice.OfAll<WhyNot>(CommentWords.Of);

    public static readonly IReadOnlyList<Choice> Anyway = [new("true", "I looked: it points at nobody")];

    public OpenedComment Comment { get; private set; } = null!;

    [BindProperty]
    public string Decision { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string WhyNot { get; set; } = "";

    [BindProperty]
    public string IsSent { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await ShowAsync(id, comment => Words = comment.Words ?? "", cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(
            new ModerateComment(id, TypedDates.Choice<Moderation>(Decision), Words, WhyNot.Length == 0 ? null : Enum.TryParse<WhyNot>(WhyNot, out var why) && Enum.IsDefined(why) ? why : null, IsSent == "true"),
            cancellationToken),
        _ => this.RedirectSaying("/staff/feedback/moderate", "It is decided."),
        () => ShowAsync(id, _ => { }, cancellationToken));

    private async Task<IActionResult> ShowAsync(Guid id, Action<OpenedComment> fill, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new OpenComment(id), cancellationToken), comment =>
        {
            Comment = comment;
            fill(comment);
            return Page();
        });
}
