using System.Globalization;
using MediatR;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Charts;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Domain.Planning;
using Medway.LocalOffer.Register.Features.Numbers.ReadNumbers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.SeePlanning;

[Needs(RegisterPermissions.PlanName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    private const string Csv = "csv";

    /// <summary>"csv" gives the same numbers as a file.</summary>
    [BindProperty(SupportsGet = true, Name = "as")]
    public string? As { get; set; }

    /// <summary>As it stands today; null for those who read what was published.</summary>
    public PlanningView? View { get; private set; }

    /// <summary>What was published last; null for whoever keeps the register.</summary>
    public NumbersView? Published { get; private set; }

    public bool MayPublish => actor.May(RegisterPermissions.Publish);

    public bool MayKeep => actor.May(RegisterPermissions.Keep);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => actor.May(RegisterPermissions.Read)
        ? await this.AnswerAsync(await mediator.Send(new SeePlanning(), cancellationToken), view =>
        {
            View = view;
            return Answer(view.Today, () => Table(view));
        })
        : await this.AnswerAsync(await mediator.Send(new ReadNumbers(null), cancellationToken), published =>
        {
            Published = published;
            return Answer(published.Release?.CountedOn, () => Table(published));
        });

    /// <summary>All ages together; the table under it has them apart.</summary>
    public Chart ChartOf(PlanningTable table) => new(
        ChartKind.Bars, table.Slug, table.Title, $"Live entries, all ages together. {table.Explains}", "Row", "Children",
        [.. RowsOf(table).Select(row => new ChartPoint(View!.Register.Rows.Words(table, row), View.Live[new Cell(table.Slug, row, null)]))]);

    public IReadOnlyList<string> RowsOf(PlanningTable table) => View!.Live.RowsOf(table);

    public string Live(Cell cell) => Words(View!.Live[cell]);

    public string Unconfirmed(Cell cell) => Words(View!.Unconfirmed[cell]);

    public static string Words(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private IActionResult Answer(DateOnly? countedOn, Func<byte[]> table) =>
        As == Csv && countedOn is { } day ? File(table(), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"register-{day:yyyy-MM-dd}.csv")) : Page();

    private byte[] Table(PlanningView view) => CsvExport.Write(
        ["table", "row", "age", "live", "unconfirmed"],
        PlanningTable.All.SelectMany(table => RowsOf(table).SelectMany(row => AgeBands.AndAll.Select(band => (IReadOnlyList<string?>)
            [table.Title, view.Register.Rows.Words(table, row), AgeBands.Words(band), Live(new Cell(table.Slug, row, band)), Unconfirmed(new Cell(table.Slug, row, band))]))));

    private static byte[] Table(NumbersView published) => CsvExport.Write(
        ["table", "row", "age", "live"],
        published.Numbers.Select(number => (IReadOnlyList<string?>)
            [PlanningTable.All.FirstOrDefault(table => table.Slug == number.TableSlug)?.Title ?? "All children", number.RowWords, AgeBands.Words(number.Band), number.Words]));
}
