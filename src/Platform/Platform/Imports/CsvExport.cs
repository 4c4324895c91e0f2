using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Medway.LocalOffer.Platform.Imports;

/// <summary>Writes CSV that a spreadsheet opens as text: UTF-8 with its mark, and no cell that would run as a formula.</summary>
public static partial class CsvExport
{
    public static byte[] Write(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = Begin(stream, columns))
        {
            foreach (var row in rows)
            {
                writer.WriteRecord([.. row.Select(Neutral)]);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The same for rows that come one after the other, into a stream that stays open.</summary>
    /// <returns>How many rows.</returns>
    public static async Task<int> WriteAsync(Stream stream, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<string?>> rows, CancellationToken cancellationToken)
    {
        var count = 0;
        using var writer = Begin(stream, columns);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            writer.WriteRecord([.. row.Select(Neutral)]);
            count++;
        }

        return count;
    }

    /// <summary>The text that <see cref="Neutral"/> made harmless, as it was: so a file that left us reads the same when it comes back.</summary>
    internal static string Original(string cell) => cell.Length > 1 && cell[0] == '\'' && IsFormula(cell.AsSpan(1)) ? cell[1..] : cell;

    private static CsvWriter Begin(Stream stream, IReadOnlyList<string> columns)
    {
        var writer = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        writer.WriteRecord([.. columns.Select(Neutral)]);
        return writer;
    }

    /// <summary>An apostrophe in front makes a spreadsheet show the text (OWASP, CSV injection). Numbers and telephone numbers stay.</summary>
    private static string Neutral(string? cell) => cell is not null && IsFormula(cell) && !NumberOrPhone().IsMatch(cell) ? "'" + cell : cell ?? "";

    /// <summary>Also after apostrophes: else nobody could tell one of ours from one of theirs.</summary>
    private static bool IsFormula(ReadOnlySpan<char> cell) => cell.TrimStart('\'') is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r';

    [GeneratedRegex(@"^[+-]?[0-9][0-9 .,()]*$")]
    private static partial Regex NumberOrPhone();
}
