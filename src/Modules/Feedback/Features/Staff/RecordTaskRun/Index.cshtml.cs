using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.Staff.RecordTaskRun;

[Needs(FeedbackPermissions.WorkingGroupName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public TaskScript Script { get; private set; } = null!;

    [BindProperty]
    public TypedDate RanOn { get; set; } = new();

    [BindProperty]
    public string Tried { get; set; } = "";

    [BindProperty]
    public string Managed { get; set; } = "";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var day = ModelState.ReadDay(RanOn, nameof(RanOn));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await mediator.Send(new RecordTaskRun(id, day, Tried, Managed), cancellationToken),
                _ => this.RedirectSaying("/staff/feedback/working-group", "It is written down."),
                () => ShowAsync(id, cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(id, cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new FindTaskScript(id), cancellationToken), script =>
        {
            Script = script;
            return Page();
        });
}
