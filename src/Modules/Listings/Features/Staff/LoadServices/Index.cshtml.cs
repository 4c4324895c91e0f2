using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Features.ImportFeed;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Listings.Features.Staff.LoadServices;

[Needs(ListingsPermissions.ImportServicesName)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>The largest file, and room for the rest of the form.</summary>
    private const long LargestRequest = FeedFile.MostBytes + (1024 * 1024);

    public static readonly IReadOnlyList<Choice> Formats =
    [
        new(ListingsModule.SchemaName, "A table with our columns (CSV)", "For example one that was taken out here."),
        new(OpenReferralImport.ImportName, "Open Referral UK, version 3.0 or 1.0 (JSON)", "What another directory’s address ending in /services answers."),
        new(MappedImport.ImportName, "A table with other columns (CSV)", "Say first what its columns mean, and choose that below."),
    ];

    public static readonly IReadOnlyList<Choice> Kinds = [new("", "None: every record must say its own"), .. Facets.Kinds.Select(kind => new Choice(kind.Value, kind.Words))];

    public static readonly IReadOnlyList<Choice> LeaveOutChoice = [new("yes", "Leave out records that cannot be read, and load the rest")];

    public static readonly IReadOnlyList<Choice> OursChoice =
        [new("yes", "Yes, this Open Referral file was taken out here. Believe what it says in our own words: it may replace what we have checked")];

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string Format { get; set; } = "";

    [BindProperty]
    public string Source { get; set; } = ImportFeed.ImportFeed.UsualSource;

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string? LeaveOut { get; set; }

    [BindProperty]
    public string? Ours { get; set; }

    /// <summary>Name of what was saved of a table's columns.</summary>
    [BindProperty]
    public string Mapping { get; set; } = "";

    public IEnumerable<Choice> Mappings => View.Mappings.Select(name => new Choice(name, name));

    public LoadsView View { get; private set; } = null!;

    public ImportReport? Report { get; private set; }

    public bool WasTrial { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => RunAsync(dryRun: true, cancellationToken);

    public Task<IActionResult> OnPostLoadAsync(CancellationToken cancellationToken) => RunAsync(dryRun: false, cancellationToken);

    private async Task<IActionResult> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        var upload = Upload;
        var outcome = await mediator.Send(
            new LoadFile(
                upload is null ? null : new ImportFile(Path.GetFileName(upload.FileName), upload.Length, upload.OpenReadStream)
                {
                    Choices = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        [FeedImports.SourceChoice] = Source.Trim(),
                        [FeedImports.KindChoice] = Kind,
                        [FeedImports.LeaveOutChoice] = LeaveOut ?? "",
                        [FeedImports.OursChoice] = Ours ?? "",
                        [MappedImport.MappingChoice] = Mapping,
                    },
                },
                Format,
                dryRun),
            cancellationToken);
        if (!outcome.IsOk)
        {
            return await this.AnswerAsync(outcome, _ => Page(), () => ShowAsync(cancellationToken));
        }

        if (outcome.Value.LoadId is { } load)
        {
            return LocalRedirect($"/staff/listings/import/{load}");
        }

        Report = outcome.Value.Report;
        WasTrial = dryRun;
        Response.StatusCode = Report!.Problems.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListLoads(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
