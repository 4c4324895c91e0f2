using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.Staff.AnswerComment;

[Needs(FeedbackPermissions.AnswerName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> States =
        [new(nameof(CommentState.DealtWith), "Dealt with"), new(nameof(CommentState.SetAside), "Set aside", "Nonsense, or not about this site")];

    public Comment Comment { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string State { get; set; } = "";

    [BindProperty]
    public string Done { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AnswerComment(Id, State, Done), cancellationToken),
        _ => Redirect("/staff/feedback?state=new"),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeComment(Id), cancellationToken), comment =>
        {
            Comment = comment;
            return Page();
        });
}
