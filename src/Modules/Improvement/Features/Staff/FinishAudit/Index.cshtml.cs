using MediatR;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.FinishAudit;

[Needs(AuditPermissions.KeepName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Grades = Choice.OfAll<AuditGrade>(AuditWords.Of);

    public AuditToFinish Audit { get; private set; } = null!;

    [BindProperty]
    public string Grade { get; set; } = "";

    [BindProperty]
    public string Observer { get; set; } = "";

    [BindProperty]
    public string Education { get; set; } = "";

    [BindProperty]
    public string Health { get; set; } = "";

    [BindProperty]
    public string SocialCare { get; set; } = "";

    [BindProperty]
    public string School { get; set; } = "";

    [BindProperty]
    public TypedDate DueOn { get; set; } = new();

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var due = DueOn.IsEmpty ? null : ModelState.ReadDay(DueOn, nameof(DueOn));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await mediator.Send(new FinishAudit(id, Enum.TryParse<AuditGrade>(Grade, out var grade) && Enum.IsDefined(grade) ? grade : null, Observer, Education, Health, SocialCare, School, due), cancellationToken),
                draw => this.RedirectSaying($"/staff/improvement/audits/{draw}", "The audit is written down. It stays as it is."),
                () => ShowAsync(id, cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(id, cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new FindAudit(id), cancellationToken), audit =>
        {
            Audit = audit;
            return Page();
        });
}
