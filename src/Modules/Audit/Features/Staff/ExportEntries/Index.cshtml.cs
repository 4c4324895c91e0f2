using MediatR;
using Medway.LocalOffer.Audit.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Audit.Features.Staff.ExportEntries;

[Needs(AuditPermissions.ExportName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public EntryFilter Filter { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(
            await mediator.Send(new ExportEntries(Filter, Reason), cancellationToken),
            export => File(export.Csv, "text/csv; charset=utf-8", $"audit-{clock.Today():yyyy-MM-dd}.csv"));
}
