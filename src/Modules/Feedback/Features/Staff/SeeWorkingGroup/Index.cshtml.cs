using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.Staff.SeeWorkingGroup;

[Needs(FeedbackPermissions.WorkingGroupName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Kinds = Choice.OfAll<TaskKind>(WorkingGroupWords.Of);

    public WorkingGroupView View { get; private set; } = null!;

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AddTaskScript(Kind, Words), cancellationToken),
        _ => this.RedirectSaying("/staff/feedback/working-group", "The task is added."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeWorkingGroup(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
