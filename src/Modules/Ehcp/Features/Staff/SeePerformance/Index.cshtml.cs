using System.Globalization;
using MediatR;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Charts;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeePerformance;

[Needs(EhcpPermissions.PerformanceName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private const string Csv = "csv";

    /// <summary>"csv" gives the same numbers as a file.</summary>
    [BindProperty(SupportsGet = true, Name = "as")]
    public string? As { get; set; }

    public PerformanceView View { get; private set; } = null!;

    public IReadOnlyList<Chart> Charts { get; private set; } = [];

    public IReadOnlyList<AdviceCount> Advice => Workload.Advice(View.Records, View.From, View.Today, View.Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeePerformance(), cancellationToken), view =>
        {
            View = view;
            Charts = PerformanceCharts.Of(view);
            return As == Csv ? File(Table(), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"ehc-performance-{view.Today:yyyy-MM-dd}.csv")) : Page();
        });

    private byte[] Table() => CsvExport.Write(
        ["chart", "row", "value"], Charts.SelectMany(chart => chart.Points.Select(point => (IReadOnlyList<string?>)[chart.Title, point.Label, point.InWords])));
}
