namespace Medway.LocalOffer.Platform.Imports;

/// <summary>The first line of a file: which column stands where.</summary>
internal sealed class CsvHeader
{
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[] names;

    /// <param name="line">Physical line it stands on.</param>
    /// <param name="cells">As written.</param>
    /// <param name="required">Names that must be there.</param>
    /// <param name="problems">Gets what is wrong with it.</param>
    public CsvHeader(int line, string[] cells, IReadOnlyList<string> required, List<ImportProblem> problems)
    {
        // Spreadsheets leave commas for columns that were emptied.
        names = [.. cells.Take(Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1).Select(cell => cell.Trim())];
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length > 0 && !positions.TryAdd(names[i], i))
            {
                problems.Add(new ImportProblem(line, names[i], $"Two columns are called {names[i]}. Rename or remove one."));
            }
        }

        problems.AddRange(required
            .Where(name => !positions.ContainsKey(name))
            .Select(name => new ImportProblem(line, name, $"There is no column {name}. The first line of the file must name it.")));
    }

    public IReadOnlyDictionary<string, int> Positions => positions;

    /// <summary>What keeps a row from being read; null when nothing does.</summary>
    public ImportProblem? Check(int line, string[] cells)
    {
        if (cells.Length < names.Length)
        {
            return new ImportProblem(
                line,
                names[cells.Length],
                $"This line has {cells.Length} of {names.Length} columns. Add the missing commas, or put quotes round text that holds a line break.");
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(cells[i]))
            {
                continue;
            }

            if (i >= names.Length)
            {
                return new ImportProblem(
                    line,
                    "",
                    $"This line has more than {names.Length} columns. Put quotes round text that holds a comma.");
            }

            if (names[i].Length == 0)
            {
                return new ImportProblem(line, "", $"Column {i + 1} holds something but has no name in the first line.");
            }
        }

        return null;
    }
}
