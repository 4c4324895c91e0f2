using MediatR;
using Medway.LocalOffer.Feedback.Surveys;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.Staff.LoadSurveys;

[Needs(FeedbackPermissions.WorkingGroupName)]
[RequestSizeLimit(SurveyFile.MaximumBytes * 2)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private const string Form = "form";

    /// <summary>What became of a file, or what would.</summary>
    public ImportReport? Report { get; private set; }

    public bool WasTrial { get; private set; }

    [BindProperty]
    public IFormFile? Csv { get; set; }

    public IActionResult OnGet([FromQuery(Name = "as")] string? wanted) => wanted == Form ? File(SurveyFile.Form, "text/csv; charset=utf-8", "surveys.csv") : Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => RunAsync(dryRun: true, cancellationToken);

    public Task<IActionResult> OnPostLoadAsync(CancellationToken cancellationToken) => RunAsync(dryRun: false, cancellationToken);

    private async Task<IActionResult> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        if (Csv is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Csv), "Choose a CSV file");
            return await this.UnreadableAsync();
        }

        using var bytes = new MemoryStream();
        await Csv.CopyToAsync(bytes, cancellationToken);
        var file = new ImportFile(Path.GetFileName(Csv.FileName), bytes.ToArray());
        var outcome = await mediator.Send(new LoadSurveys(file, dryRun), cancellationToken);
        if (outcome is { IsOk: true, Value.Problems.Count: > 0 })
        {
            Report = outcome.Value;
            ModelState.AddModelError(nameof(Csv), "Nothing was loaded: something has to be put right in the file");
            return await this.UnreadableAsync();
        }

        return await this.AnswerAsync(outcome, report =>
        {
            (Report, WasTrial) = (report, dryRun);
            return Page();
        });
    }
}
