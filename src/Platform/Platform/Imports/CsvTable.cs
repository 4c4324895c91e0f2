namespace Medway.LocalOffer.Platform.Imports;

/// <summary>The rows that could be read, and a problem for each line that could not.</summary>
public sealed record CsvContent(IReadOnlyList<CsvRow> Rows, IReadOnlyList<ImportProblem> Problems);

/// <summary>Reads CSV as people save it (RFC 4180, comma, UTF-8 or else Windows-1252) and says in words what is wrong; it never throws.</summary>
public static class CsvTable
{
    /// <summary>20 MB (blueprint §12.10).</summary>
    public const int MaximumBytes = 20 * 1024 * 1024;

    public const int MaximumRows = 50_000;

    public static CsvContent Read(ImportFile file, params IReadOnlyList<string> requiredColumns) => throw new NotImplementedException();
}
