using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.ReportBack;

[Needs(AuditPermissions.ReportName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Answers = [new("yes", "Yes"), new("no", "Not yet")];

    public FindingToReport View { get; private set; } = null!;

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string IsDone { get; set; } = "";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new ReportBack(id, Words, IsDone switch { "yes" => true, "no" => false, _ => null }), cancellationToken),
        draw => this.RedirectSaying($"/staff/improvement/audits/{draw}", "Reported back."),
        () => ShowAsync(id, cancellationToken));

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new FindFinding(id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
