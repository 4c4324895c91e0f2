using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.Staff.HandleComplaint;

/// <summary>One complaint; each kind has a door of its own.</summary>
internal abstract class ComplaintPage(IMediator mediator, TimeProvider clock) : PageModel
{
    public static readonly IReadOnlyList<Choice> Themes = Choice.OfAll<ComplaintTheme>(ComplaintWords.Of);

    public abstract ComplaintKind Kind { get; }

    public ComplaintView View { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    [BindProperty]
    public string Answer { get; set; } = "";

    [BindProperty]
    public string Theme { get; set; } = "";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => StepAsync(id, ComplaintStep.Answer, cancellationToken);

    public Task<IActionResult> OnPostAcknowledgeAsync(Guid id, CancellationToken cancellationToken) => StepAsync(id, ComplaintStep.Acknowledge, cancellationToken);

    public Task<IActionResult> OnPostStage2Async(Guid id, CancellationToken cancellationToken) => StepAsync(id, ComplaintStep.StartStage2, cancellationToken);

    private async Task<IActionResult> StepAsync(Guid id, ComplaintStep step, CancellationToken cancellationToken)
    {
        ComplaintTheme? theme = Enum.TryParse<ComplaintTheme>(Theme, out var known) && Enum.IsDefined(known) ? known : null;
        return await this.AnswerAsync(
            await mediator.Send(new HandleComplaint(id, Kind, step, Answer, theme), cancellationToken),
            _ => this.RedirectSaying($"{ComplaintWords.Home(Kind)}/{id}", "It is written down."),
            () => ShowAsync(id, cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new OpenComplaint(id, Kind), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
