using MediatR;
using Medway.LocalOffer.Audit.Domain;
using Medway.LocalOffer.Audit.Features.SearchEntries;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Audit.Features.ExportEntries;

[Needs(AuditPermissions.ExportName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, EventWords words, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public EntryFilter Filter { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public FilterForm Form { get; private set; } = null!;

    public void OnGet() => Form = new FilterForm(Filter, words.All, []);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ExportEntries(Filter, Reason), cancellationToken);
        switch (outcome.Kind)
        {
            case OutcomeKind.Ok:
                return File(outcome.Value.Csv, "text/csv; charset=utf-8", $"audit-{clock.Today():yyyy-MM-dd}.csv");
            case OutcomeKind.Invalid:
                Form = new FilterForm(Filter, words.All, outcome.Errors);
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
            default:
                return StatusCode(StatusCodes.Status403Forbidden);
        }
    }
}
