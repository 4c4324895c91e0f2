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

    /// <summary>The cell without blanks at its ends, and without the apostrophe that <see cref="CsvExport"/> puts before a formula; "" when the file has no such column.</summary>
    public string this[string column] =>
        columns.TryGetValue(column, out var index) && index < cells.Length ? CsvExport.Original(cells[index].Trim()) : "";
}
