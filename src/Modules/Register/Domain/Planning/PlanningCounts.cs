namespace Medway.LocalOffer.Register.Domain.Planning;

/// <summary>What is counted of one child: no name, no id, no birth date.</summary>
/// <param name="Band">On the day of counting.</param>
/// <param name="Rows">By the slug of the table: in which rows this child stands.</param>
internal sealed record CountedChild(AgeBand Band, IReadOnlyDictionary<string, IReadOnlyList<string>> Rows);

/// <summary>Every number of every table on one day, exact. For named roles, and for making a release; never for the public.</summary>
/// <param name="rows">By the slug of the table: its rows, in their order.</param>
/// <param name="counts">Of every cell, zeros too.</param>
internal sealed class PlanningCounts(IReadOnlyDictionary<string, IReadOnlyList<string>> rows, IReadOnlyDictionary<Cell, int> counts)
{
    public IReadOnlyDictionary<Cell, int> All => counts;

    public int this[Cell cell] => counts[cell];

    public bool Has(Cell cell) => counts.ContainsKey(cell);

    public IReadOnlyList<string> RowsOf(PlanningTable table) => rows[table.Slug];

    /// <param name="rows">Of each table. What a child has that is not among them is not counted; a table that counts once needs a row for "not known".</param>
    /// <param name="children">On the register and live.</param>
    public static PlanningCounts Of(IReadOnlyDictionary<string, IReadOnlyList<string>> rows, IEnumerable<CountedChild> children)
    {
        var counts = Cells(rows).ToDictionary(cell => cell, _ => 0);
        foreach (var child in children)
        {
            Count(Cell.Children, child.Band);
            foreach (var table in PlanningTable.All)
            {
                var known = child.Rows.GetValueOrDefault(table.Slug, []).Where(rows[table.Slug].Contains).Distinct(StringComparer.Ordinal).ToList();
                if (table.CountsOnce && known.Count != 1)
                {
                    throw new ArgumentException($"Each child stands in exactly one row of {table.Slug}.", nameof(children));
                }

                known.ForEach(row => Count(band => new Cell(table.Slug, row, band), child.Band));
            }
        }

        return new PlanningCounts(rows, counts);

        void Count(Func<AgeBand?, Cell> cell, AgeBand band)
        {
            counts[cell(band)]++;
            counts[cell(null)]++;
        }
    }

    private static IEnumerable<Cell> Cells(IReadOnlyDictionary<string, IReadOnlyList<string>> rows)
    {
        AgeBand?[] bands = [null, .. AgeBands.All];
        return bands.Select(Cell.Children)
            .Concat(PlanningTable.All.SelectMany(table => rows[table.Slug].SelectMany(row => bands.Select(band => new Cell(table.Slug, row, band)))));
    }
}
