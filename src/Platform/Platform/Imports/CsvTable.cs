using CsvHelper;

namespace Medway.LocalOffer.Platform.Imports;

/// <summary>The rows that could be read, and a problem for each line that could not.</summary>
public sealed record CsvContent(IReadOnlyList<CsvRow> Rows, IReadOnlyList<ImportProblem> Problems);

/// <summary>A row, or what keeps a line from being one.</summary>
public sealed record CsvLine(CsvRow? Row, ImportProblem? Problem);

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
        List<CsvRow> rows = [];
        List<ImportProblem> problems = [];
        foreach (var (row, problem) in Lines(file, requiredColumns))
        {
            if (row is not null)
            {
                rows.Add(row);
            }
            else if (problem is not null)
            {
                problems.Add(problem);
            }
        }

        return new CsvContent(rows, [.. problems.OrderBy(problem => problem.Line)]);
    }

    /// <summary>The same line after line, for a file that is too long to be in memory.</summary>
    public static IEnumerable<CsvLine> Lines(ImportFile file, params IReadOnlyList<string> requiredColumns)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(requiredColumns);
        return LinesOf(file, requiredColumns);
    }

    private static IEnumerable<CsvLine> LinesOf(ImportFile file, IReadOnlyList<string> requiredColumns)
    {
        var (text, unreadable) = CsvBytes.Open(file);
        if (text is null)
        {
            yield return new CsvLine(null, new ImportProblem(1, "", unreadable!));
            yield break;
        }

        List<ImportProblem> broken = [];
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => broken.Add(new ImportProblem((int)record.LineNumber, "", Words(record.Reason))),
            PoolStrings = true,
        });

        CsvHeader? header = null;
        var rows = 0;
        var isWhole = true;
        while (isWhole && reader.Read())
        {
            var line = (int)reader.LineNumber;
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i);
            }

            // Had the true first line been unreadable, a row of data would pass for the header.
            isWhole = header is not null || broken.Count == 0;
            foreach (var problem in broken)
            {
                yield return new CsvLine(null, problem);
            }

            broken.Clear();
            if (!isWhole || Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (header is null)
            {
                List<ImportProblem> wrong = [];
                header = new CsvHeader(line, cells, requiredColumns, wrong);
                foreach (var problem in wrong)
                {
                    yield return new CsvLine(null, problem);
                }
            }
            else if (rows == MaximumRows)
            {
                isWhole = false;
                yield return new CsvLine(null, new ImportProblem(line, "", "The file has more than 200,000 rows. Split it and load the parts one after the other."));
            }
            else if (header.Check(line, cells) is { } problem)
            {
                yield return new CsvLine(null, problem);
            }
            else
            {
                rows++;
                yield return new CsvLine(new CsvRow(line, header.Positions, cells), null);
            }
        }

        foreach (var problem in broken)
        {
            yield return new CsvLine(null, problem);
        }
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
