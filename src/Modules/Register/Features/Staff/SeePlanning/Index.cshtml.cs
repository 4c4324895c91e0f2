using System.Globalization;
using MediatR;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Charts;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Domain.Planning;
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

    public PlanningView View { get; private set; } = null!;

    public bool MayPublish => actor.May(RegisterPermissions.Publish);

    public bool MayKeep => actor.May(RegisterPermissions.Keep);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeePlanning(), cancellationToken), view =>
        {
            View = view;
            return As == Csv ? File(Table(), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"register-{view.Today:yyyy-MM-dd}.csv")) : Page();
        });

    /// <summary>All ages together; the table under it has them apart.</summary>
    public Chart ChartOf(PlanningTable table) => new(
        ChartKind.Bars, table.Slug, table.Title, $"Live entries, all ages together. {table.Explains}", "Row", "Children",
        [.. RowsOf(table).Select(row => View.Numbers.Point(View.Register.Rows.Words(table, row), View.Live[new Cell(table.Slug, row, null)]))]);

    public IReadOnlyList<string> RowsOf(PlanningTable table) => View.Live.RowsOf(table);

    public string Live(Cell cell) => View.Numbers.Words(View.Live[cell]);

    public string Unconfirmed(Cell cell) => View.Numbers.Words(View.Unconfirmed[cell]);

    private byte[] Table() => CsvExport.Write(
        ["table", "row", "age", "live", "unconfirmed"],
        PlanningTable.All.SelectMany(table => RowsOf(table).SelectMany(row => AgeBands.AndAll.Select(band => (IReadOnlyList<string?>)
            [table.Title, View.Register.Rows.Words(table, row), AgeBands.Words(band), Live(new Cell(table.Slug, row, band)), Unconfirmed(new Cell(table.Slug, row, band))]))));
}
