using MediatR;
using Medway.LocalOffer.Improvement.Plans;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.LoadPlan;

[Needs(ImprovementPermissions.LoadPlansName)]
[RequestSizeLimit(PlanFile.MaximumBytes + (1024 * 1024))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private const string Form = "form";

    /// <summary>What became of a file, or what would.</summary>
    public ImportReport? Report { get; private set; }

    public bool WasTrial { get; private set; }

    [BindProperty]
    public IFormFile? Csv { get; set; }

    public IActionResult OnGet([FromQuery(Name = "as")] string? wanted) => wanted == Form ? File(PlanFile.Form, "text/csv; charset=utf-8", "plan.csv") : Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => RunAsync(dryRun: true, cancellationToken);

    public Task<IActionResult> OnPostLoadAsync(CancellationToken cancellationToken) => RunAsync(dryRun: false, cancellationToken);

    private async Task<IActionResult> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        if (Csv is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Csv), "Choose a CSV file");
            return Refused();
        }

        using var bytes = new MemoryStream();
        await Csv.CopyToAsync(bytes, cancellationToken);
        var file = new ImportFile(Path.GetFileName(Csv.FileName), bytes.ToArray());
        return await this.AnswerAsync(await mediator.Send(new LoadPlan(file, dryRun), cancellationToken), report =>
        {
            (Report, WasTrial) = (report, dryRun);
            if (report.Problems.Count == 0)
            {
                return Page();
            }

            ModelState.AddModelError(nameof(Csv), report.Problems.Count == 1 ? "Nothing was loaded: one thing has to be put right in the file" : $"Nothing was loaded: {report.Problems.Count} things have to be put right in the file");
            return Refused();
        });
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
