using MediatR;
using Medway.LocalOffer.Listings.Features.ImportFeed;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Listings.Features.Staff.MapColumns;

[Needs(ListingsPermissions.ImportServicesName)]
[RequestSizeLimit(LargestFile + (1024 * 1024))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>Its first lines are enough.</summary>
    private const int LargestFile = 20 * 1024 * 1024;

    private const int MostColumns = 200;
    private const int RowsShown = 10;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string Name { get; set; } = "";

    /// <summary>Of the table that was sent.</summary>
    [BindProperty]
    public List<string> Columns { get; set; } = [];

    /// <summary>Their column by ours; empty when none says it.</summary>
    [BindProperty]
    public Dictionary<string, string?> Map { get; set; } = [];

    public IReadOnlyList<CsvRow> Rows { get; private set; } = [];

    public IEnumerable<Choice> Choices => [new("", "Nothing says it"), .. Columns.Select(column => new Choice(column, column))];

    public IActionResult OnGet() => Page();

    /// <summary>Looks at a table: its columns, and its first rows.</summary>
    public IActionResult OnPostLook()
    {
        if (Upload is not { Length: > 0 and <= LargestFile })
        {
            return Refuse("Choose a table (CSV) of up to 20 MB. Its first lines are enough");
        }

        var first = CsvTable.Lines(new ImportFile(Path.GetFileName(Upload.FileName), Upload.Length, Upload.OpenReadStream)).Take(RowsShown).ToList();
        Rows = [.. first.Select(line => line.Row).OfType<CsvRow>()];
        Columns = Rows.Count == 0 ? [] : [.. Rows[0].Columns];
        var problem = first is [{ Problem: { } ofHeader }, ..] ? ofHeader : null;
        if (problem is not null || Columns.Count is 0 or > MostColumns || Columns.Exists(column => column.Length > SaveMapping.LongestColumn))
        {
            (Rows, Columns) = ([], []);
            return Refuse(problem is null ? "This has no row under its first line, or too many columns, or a column with a very long name" : $"{problem.Where}: {problem.Message}");
        }

        Map = MappedRows.Fields.ToDictionary(field => field.Column, field => Columns.Find(column => column.Equals(field.Column, StringComparison.OrdinalIgnoreCase)));
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Columns = [.. Columns.Take(MostColumns)];
        var chosen = Map.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
        return await this.AnswerAsync(
            await mediator.Send(new SaveMapping(Name, chosen), cancellationToken),
            _ => this.RedirectSaying("/staff/listings/import", $"“{Name.Trim()}” is saved. Choose it below."));
    }

    private PageResult Refuse(string message)
    {
        ModelState.AddModelError(nameof(Upload), message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
