using MediatR;
using Medway.LocalOffer.Audit.Domain;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Audit.Features.SearchEntries;

[Needs(AuditPermissions.ReadName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, EventWords words, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public EntryFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public FilterForm Form { get; private set; } = null!;

    /// <summary>Null when the filter cannot be understood.</summary>
    public EntriesFound? Found { get; private set; }

    public bool MayExport => actor.May(AuditPermissions.Export);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new SearchEntries(Filter, Before), cancellationToken);
        Form = new FilterForm(Filter, words.All, outcome.Errors);
        switch (outcome.Kind)
        {
            case OutcomeKind.Ok:
                Found = outcome.Value;
                return Page();
            case OutcomeKind.Invalid:
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
            case OutcomeKind.Forbidden:
                return StatusCode(StatusCodes.Status403Forbidden);
            default:
                return NotFound();
        }
    }
}
