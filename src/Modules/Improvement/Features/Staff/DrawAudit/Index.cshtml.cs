using MediatR;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.DrawAudit;

[Needs(AuditPermissions.KeepName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Kinds =
    [
        new($"{AuditKind.Journeys}", AuditWords.Of(AuditKind.Journeys), $"{AuditRules.Journeys} every two months (action 4.3)."),
        new($"{AuditKind.NewPlans}", AuditWords.Of(AuditKind.NewPlans), $"{AuditRules.PercentOfNewPlans}% a year (action 3.7)."),
        new($"{AuditKind.Reviews}", AuditWords.Of(AuditKind.Reviews), $"{AuditRules.PercentOfReviews}% a year (action 3.7)."),
    ];

    [BindProperty]
    public string Kind { get; set; } = "";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new DrawSample(Enum.TryParse<AuditKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null), cancellationToken),
        id => this.RedirectSaying($"/staff/improvement/audits/{id}", "The sample is drawn."),
        () => Task.FromResult<IActionResult>(Page()));
}
