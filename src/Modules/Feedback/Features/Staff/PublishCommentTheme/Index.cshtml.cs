using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.Staff.PublishCommentTheme;

[Needs(FeedbackPermissions.PublishName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Answers = [new("yes", "Yes, publish it"), new("no", "No, send it back")];

    public SentTheme View { get; private set; } = null!;

    [BindProperty]
    public string Answer { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Answer is not "yes" and not "no")
        {
            ModelState.AddModelError(nameof(Answer), "Choose yes or no");
            return await this.UnreadableAsync(() => ShowAsync(id, cancellationToken));
        }

        return await this.AnswerAsync(
            await mediator.Send(new PublishCommentTheme(id, Answer == "yes", Reason), cancellationToken),
            _ => this.RedirectSaying($"/staff/feedback/themes/{id}/publish", Answer == "yes" ? "It is published." : "It is sent back."),
            () => ShowAsync(id, cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeSentTheme(id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
