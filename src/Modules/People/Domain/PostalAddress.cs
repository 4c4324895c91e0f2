using System.Text.RegularExpressions;
using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.People.Domain;

/// <summary>A postal address in the UK: a line each, the postcode last (the form of BS 7666; that somebody lives there is shown otherwise).</summary>
internal static partial class PostalAddress
{
    private const int MostLines = 7;

    private const int LongestLine = 60;

    /// <param name="text">Lines, or one line with commas.</param>
    public static ContactText Read(string text)
    {
        var lines = text.Split(text.Contains('\n', StringComparison.Ordinal) ? '\n' : ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        if (lines.Count < 2)
        {
            return ContactText.Wrong("Write the street, the town and the postcode, each on its own line");
        }

        if (lines.Any(line => line.Any(char.IsControl)))
        {
            return ContactText.Wrong("The address holds a sign that cannot be printed. Type it by hand, do not paste it");
        }

        if (Postcode(lines[^1]) is not { } postcode)
        {
            return ContactText.Wrong("The last line must be a whole UK postcode, like ME4 4TR");
        }

        if (lines.Take(lines.Count - 1).Any(line => Postcode(line) is not null))
        {
            return ContactText.Wrong("There are two postcodes. Keep one, on the last line");
        }

        if (lines.Count > MostLines || lines.Any(line => line.Length > LongestLine))
        {
            return ContactText.Wrong($"Write at most {MostLines} lines of {LongestLine} letters: more does not fit a window envelope");
        }

        return lines.Take(lines.Count - 1).Any(line => line.Any(char.IsLetter))
            ? ContactText.Right(string.Join('\n', [.. lines.Take(lines.Count - 1), postcode]))
            : ContactText.Wrong("Write the street and the town, not only the postcode");
    }

    /// <returns>In capitals with its space; null when it has not the shape of one.</returns>
    public static string? Postcode(string text)
    {
        var plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        return Shape().IsMatch(plain) ? $"{plain[..^3]} {plain[^3..]}" : null;
    }

    public static string Outward(string value) => value.LastIndexOf(' ') is > 0 and var at ? value[(value.LastIndexOf('\n') + 1)..at] : "";

    /// <summary>Letters and digits only: "Flat 2, 1 High St." and "flat 2 1 high st" are one address.</summary>
    public static string Plain(string value) => string.Concat(Normalised.Text(value).Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"\A(?:GIR0AA|[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2})\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Shape();
}
