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
        using (var writer = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
        {
            writer.WriteRecord([.. columns.Select(Neutral)]);
            foreach (var row in rows)
            {
                writer.WriteRecord([.. row.Select(Neutral)]);
            }
        }

        return stream.ToArray();
    }

    /// <summary>An apostrophe in front makes a spreadsheet show the text (OWASP, CSV injection). Numbers and telephone numbers stay.</summary>
    private static string Neutral(string? cell)
    {
        cell ??= "";
        return cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !NumberOrPhone().IsMatch(cell) ? "'" + cell : cell;
    }

    [GeneratedRegex(@"^[+-]?[0-9][0-9 .,()]*$")]
    private static partial Regex NumberOrPhone();
}
