using System.Text;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>Several texts in one cell. A backslash before the sign that parts them, or before another backslash, makes it a letter of the text.</summary>
internal static class ListCell
{
    private const char Escape = '\\';

    /// <summary>Parts without blanks at their ends. What is parted again by another sign keeps its backslashes for that.</summary>
    public static IReadOnlyList<string> Split(string cell, char separator)
    {
        List<string> parts = [];
        var part = new StringBuilder();
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == Escape && i + 1 < cell.Length && (cell[i + 1] == separator || cell[i + 1] == Escape))
            {
                part.Append(cell[++i]);
            }
            else if (cell[i] == separator)
            {
                parts.Add(part.ToString().Trim());
                part.Clear();
            }
            else
            {
                part.Append(cell[i]);
            }
        }

        parts.Add(part.ToString().Trim());
        return separator == ';' ? [.. parts.Where(text => text.Length > 0)] : parts;
    }

    /// <summary>What <see cref="Split"/> reads again; nothing stands after the last part that says something.</summary>
    public static string Join(char separator, params IEnumerable<string?> parts) => string.Join(
        separator == ';' ? "; " : separator.ToString(),
        parts.Reverse().SkipWhile(string.IsNullOrEmpty).Reverse().Select(part =>
            (part ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace(separator.ToString(), $"{Escape}{separator}", StringComparison.Ordinal)));
}
