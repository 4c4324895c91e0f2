using System.Globalization;
using MediatR;
using Medway.LocalOffer.Audit.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Audit.Features.Staff.SearchEntries;

[Needs(AuditPermissions.ReadName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public EntryFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    /// <summary>Null when the filter cannot be understood.</summary>
    public EntriesFound? Found { get; private set; }

    public bool MayExport => actor.May(AuditPermissions.Export);

    public string CountWords => Found?.Count switch
    {
        0 => "Nothing found",
        1 => "1 entry",
        > SearchEntries.MostCounted => string.Create(CultureInfo.InvariantCulture, $"More than {SearchEntries.MostCounted:N0} entries"),
        var count => string.Create(CultureInfo.InvariantCulture, $"{count:N0} entries"),
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SearchEntries(Filter, Before), cancellationToken), found =>
        {
            Found = found;
            return Page();
        });
}
