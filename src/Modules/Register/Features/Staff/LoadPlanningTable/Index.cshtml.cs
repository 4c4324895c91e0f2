using MediatR;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Planning;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.LoadPlanningTable;

[Needs(RegisterPermissions.KeepName)]
[RequestSizeLimit(LoadPlanningTable.MaximumBytes + (1024 * 1024))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Tables =
    [
        new(WardsImport.ImportName, "Wards", "Columns: postcode, ward."),
        new(PopulationImport.ImportName, "How many disabled children there may be", "Columns: age_band, fewest, most, method. A line for each of 0-4, 5-10, 11-15, 16-17 and 18-25."),
    ];

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public IFormFile? Csv { get; set; }

    /// <summary>What became of the file, or why nothing did.</summary>
    public ImportReport? Report { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Csv is not { Length: > 0 and <= LoadPlanningTable.MaximumBytes })
        {
            ModelState.AddModelError(nameof(Csv), "Choose a CSV file of at most 5 MB");
            return await this.UnreadableAsync();
        }

        using var bytes = new MemoryStream();
        await Csv.CopyToAsync(bytes, cancellationToken);
        return await this.AnswerAsync(await mediator.Send(new LoadPlanningTable(Name, new ImportFile(Path.GetFileName(Csv.FileName), bytes.ToArray())), cancellationToken), report =>
        {
            Report = report;
            foreach (var problem in report.Problems)
            {
                ModelState.AddModelError(nameof(Csv), $"{problem.Where}: {problem.Message}");
            }

            if (report.Problems.Count > 0)
            {
                Response.StatusCode = StatusCodes.Status400BadRequest;
            }

            return Page();
        });
    }
}
