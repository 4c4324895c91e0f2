using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Benchmarks.Data;

/// <summary>The 200 committed searches: half two common words, a fifth with a place, 15 % with filters, a tenth misspelt, the rest matching most rows.</summary>
internal static class Queries
{
    public static IReadOnlyList<string> Paths() =>
    [
        .. Rows("queries.csv").Select(row => "/search?" + string.Join('&', new[] { "q", "near", "age", "kind", "need", "cost", "when", "join", "access", "sort" }
            .Where(name => row[name].Length > 0)
            .Select(name => $"{name}={Uri.EscapeDataString(row[name])}"))),
    ];

    public static IReadOnlyList<CsvRow> Rows(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Data", file);
        var content = CsvTable.Read(new ImportFile(file, File.ReadAllBytes(path)));
        return content.Problems.Count == 0 ? content.Rows : throw new InvalidDataException(content.Problems[0].Message);
    }
}
