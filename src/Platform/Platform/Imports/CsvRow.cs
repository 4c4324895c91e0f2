namespace Medway.LocalOffer.Platform.Imports;

/// <summary>One row of a CSV file.</summary>
public sealed class CsvRow
{
    private readonly IReadOnlyDictionary<string, int> columns;
    private readonly string[] cells;

    internal CsvRow(int line, IReadOnlyDictionary<string, int> columns, string[] cells)
    {
        Line = line;
        this.columns = columns;
        this.cells = cells;
    }

    /// <summary>Physical line where the row starts; the header is line 1.</summary>
    public int Line { get; }

    /// <summary>Names in the header, as written there and in their order.</summary>
    public IEnumerable<string> Columns => columns.OrderBy(column => column.Value).Select(column => column.Key);

    /// <summary>The cell without blanks at its ends, and without the apostrophe that <see cref="CsvExport"/> puts before a formula; "" when the file has no such column.</summary>
    public string this[string column] =>
        columns.TryGetValue(column, out var index) && index < cells.Length ? CsvExport.Original(cells[index].Trim()) : "";

    /// <summary>The same row under other names of columns, with values for some that it does not have.</summary>
    /// <param name="theirs">Name of a column of this row by the name that it shall have.</param>
    /// <param name="given">Values by such names; they count before the row's own.</param>
    public CsvRow Renamed(IReadOnlyDictionary<string, string> theirs, IReadOnlyDictionary<string, string> given)
    {
        string[] names = [.. theirs.Keys.Union(given.Keys, StringComparer.Ordinal)];
        return new CsvRow(
            Line,
            names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.OrdinalIgnoreCase),
            [.. names.Select(name => given.TryGetValue(name, out var value) ? value : this[theirs[name]])]);
    }
}
