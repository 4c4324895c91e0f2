namespace Medway.LocalOffer.Register.Domain.Planning;

/// <summary>
/// Registers that could have been: one child more or less, or one or two children with another row or another age. Each is written down as the counts that it
/// changes, and each can exist with every other count as it is, because the tables share nothing but the age.
/// </summary>
/// <param name="counts">Which rows there are.</param>
/// <param name="cost">How many published numbers a set of changes would make another; null when no such register can be.</param>
internal sealed class OtherRegisters(PlanningCounts counts, Func<IReadOnlyList<Change>, int?> cost)
{
    private static readonly IReadOnlyList<PlanningTable> Once = [.. PlanningTable.All.Where(table => table.CountsOnce)];

    /// <summary>Those in which this cell holds another number.</summary>
    public IEnumerable<IReadOnlyList<Change>> With(Cell cell)
    {
        var table = PlanningTable.All.SingleOrDefault(table => table.Slug == cell.Table);
        return (table, cell.Band) switch
        {
            (null, null) => AgeBands.All.SelectMany(band => Joining(band, null)),
            (null, { } band) => Joining(band, null).Concat(Ageing(band, null)),
            ({ CountsOnce: true }, null) => AgeBands.All.SelectMany(band => Moving(table, cell.Row, band)).Concat(AgeBands.All.SelectMany(band => Joining(band, cell))),
            ({ CountsOnce: true }, { } band) =>
                Moving(table, cell.Row, band).Concat(Swapping(table, cell.Row, band)).Concat(Ageing(band, cell)).Concat(Joining(band, cell)),
            (not null, null) => AgeBands.All.SelectMany(band => Having(table, cell.Row, band).Concat(JoiningWith(table, cell.Row, band))),
            (not null, { } band) => Having(table, cell.Row, band).Concat(HavingInstead(table, cell.Row, band)).Concat(JoiningWith(table, cell.Row, band)),
        };
    }

    /// <summary>A child of this age has it or has it not.</summary>
    private static IEnumerable<IReadOnlyList<Change>> Having(PlanningTable table, string row, AgeBand band) =>
        Either(by => [Within(table, row, band, by), Within(table, row, null, by)]);

    /// <summary>A child of this age has it, and one of another age has it not.</summary>
    private static IEnumerable<IReadOnlyList<Change>> HavingInstead(PlanningTable table, string row, AgeBand band) => Others(band)
        .SelectMany(other => Either(by => [Within(table, row, band, by), Within(table, row, other, -by)]));

    /// <summary>A child of this age stands in another row.</summary>
    private IEnumerable<IReadOnlyList<Change>> Moving(PlanningTable table, string row, AgeBand band) => Others(table, row)
        .SelectMany(other => Either(by =>
            [Within(table, row, band, by), Within(table, other, band, -by), Within(table, row, null, by), Within(table, other, null, -by)]));

    /// <summary>Two children of different ages stand each in the other's row: no total changes.</summary>
    private IEnumerable<IReadOnlyList<Change>> Swapping(PlanningTable table, string row, AgeBand band) => Others(table, row)
        .SelectMany(otherRow => Others(band).SelectMany(other => Either(by =>
            [Within(table, row, band, by), Within(table, otherRow, band, -by), Within(table, row, other, -by), Within(table, otherRow, other, by)])));

    /// <summary>A child is of another age, and stands in the rows where that shows least.</summary>
    private IEnumerable<IReadOnlyList<Change>> Ageing(AgeBand band, Cell? fixedCell) => Others(band)
        .SelectMany(other => Either(by =>
        [
            new(Cell.Children(band), by), new(Cell.Children(other), -by),
            .. Once.SelectMany(table => Cheapest(table, fixedCell, row => [Within(table, row, band, by), Within(table, row, other, -by)])),
        ]));

    /// <summary>There is a child more or less, in the rows where that shows least.</summary>
    private IEnumerable<IReadOnlyList<Change>> Joining(AgeBand band, Cell? fixedCell) => Either(by =>
    [
        new(Cell.Children(band), by), new(Cell.Children(null), by),
        .. Once.SelectMany(table => Cheapest(table, fixedCell, row => [Within(table, row, band, by), Within(table, row, null, by)])),
    ]);

    /// <summary>There is a child more or less, who has it.</summary>
    private IEnumerable<IReadOnlyList<Change>> JoiningWith(PlanningTable table, string row, AgeBand band) =>
        Joining(band, null).Zip(Having(table, row, band), IReadOnlyList<Change> (joining, having) => [.. joining, .. having]);

    private IReadOnlyList<Change> Cheapest(PlanningTable table, Cell? fixedCell, Func<string, IReadOnlyList<Change>> changes) =>
        fixedCell is { } cell && cell.Table == table.Slug ? changes(cell.Row) : counts.RowsOf(table).Select(changes).MinBy(some => cost(some) ?? int.MaxValue)!;

    private static IEnumerable<IReadOnlyList<Change>> Either(Func<int, IReadOnlyList<Change>> changes) => [changes(1), changes(-1)];

    private static Change Within(PlanningTable table, string row, AgeBand? band, int by) => new(new Cell(table.Slug, row, band), by);

    private static IEnumerable<AgeBand> Others(AgeBand band) => AgeBands.All.Where(other => other != band);

    private IEnumerable<string> Others(PlanningTable table, string row) => counts.RowsOf(table).Where(other => other != row);
}
