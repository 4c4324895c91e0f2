using CsvHelper;

namespace Medway.LocalOffer.Platform.Imports;

/// <summary>The rows that could be read, and a problem for each line that could not.</summary>
public sealed record CsvContent(IReadOnlyList<CsvRow> Rows, IReadOnlyList<ImportProblem> Problems);

/// <summary>Reads CSV as people save it (RFC 4180, comma, UTF-8 or else Windows-1252) and says in words what is wrong; it never throws.</summary>
public static class CsvTable
{
    /// <summary>128 MB: a whole county's directory. A page that takes an upload sets its own, smaller limit.</summary>
    public const int MaximumBytes = 128 * 1024 * 1024;

    /// <summary>Without the header and blank lines.</summary>
    public const int MaximumRows = 200_000;

    /// <summary>
    /// Reads the whole file. Column names match without regard to case; blank lines are passed over; a cell that looks like a formula stays
    /// the text it is, because it is made harmless where it leaves (<see cref="CsvExport"/>).
    /// </summary>
    /// <param name="file">As it was uploaded.</param>
    /// <param name="requiredColumns">A missing one is a problem on the header's line.</param>
    public static CsvContent Read(ImportFile file, params IReadOnlyList<string> requiredColumns)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (text, unreadable) = CsvBytes.Decode(file);
        return unreadable is null
            ? Read(text, requiredColumns)
            : new CsvContent([], [new ImportProblem(1, "", unreadable)]);
    }

    private static CsvContent Read(string text, IReadOnlyList<string> requiredColumns)
    {
        List<CsvRow> rows = [];
        List<ImportProblem> problems = [];
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => problems.Add(new ImportProblem((int)record.LineNumber, "", Words(record.Reason))),
            PoolStrings = true,
        });

        CsvHeader? header = null;
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i))];
            if (cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (header is null)
            {
                // Had the true first line been unreadable, a row of data would pass for the header.
                if (problems.Count > 0)
                {
                    break;
                }

                header = new CsvHeader(line, cells, requiredColumns, problems);
            }
            else if (rows.Count == MaximumRows)
            {
                problems.Add(new ImportProblem(line, "", "The file has more than 200,000 rows. Split it and load the parts one after the other."));
                break;
            }
            else if (header.Check(line, cells) is { } problem)
            {
                problems.Add(problem);
            }
            else
            {
                rows.Add(new CsvRow(line, header.Positions, cells));
            }
        }

        return new CsvContent(rows, [.. problems.OrderBy(problem => problem.Line)]);
    }

    private static string Words(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote =>
            "A quote that opens on this line is never closed, so the rest of the file cannot be read. Add the closing quote.",
        CsvMalformedReason.TextAfterClosingQuote =>
            "There is text after a closing quote. Write a quote inside a quoted cell twice (\"\").",
        CsvMalformedReason.StrayQuote =>
            "There is a quote in the middle of a cell. Put quotes round the whole cell and write the quote inside it twice (\"\").",
        _ => "This line cannot be read as CSV.",
    };
}
