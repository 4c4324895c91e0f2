using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.Staff.TakeUpWorriedComment;

[Needs(FeedbackPermissions.WorriesName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public Comment Comment { get; private set; } = null!;

    [BindProperty]
    public string Note { get; set; } = "";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new TakeUpWorriedComment(id, Note), cancellationToken),
        _ => this.RedirectSaying("/staff/feedback/worries", "It is written down."),
        () => ShowAsync(id, cancellationToken));

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new OpenWorry(id), cancellationToken), comment =>
        {
            Comment = comment;
            return Page();
        });
}
