using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Content.Markdown;

/// <summary>Gives each heading of a page an anchor of its own, and none that the frame around the page uses.</summary>
internal sealed partial class Anchors
{
    private readonly HashSet<string> taken = ["main", "talk", "ways", "short", "words", "kept-form", "error-summary"];
    private readonly Dictionary<string, int> last = new(StringComparer.Ordinal);

    /// <summary>The words without the anchor that an editor fixed with <c>{#anchor}</c>, and that anchor.</summary>
    public static (string Words, string? Fixed) Split(string heading) =>
        FixedAnchor().Match(heading) is { Success: true } match ? (heading[..match.Index].TrimEnd(), match.Groups[1].Value) : (heading, null);

    public string Take(string words, string? wanted = null)
    {
        var anchor = wanted ?? Of(words);
        var free = anchor;
        while (!taken.Add(free))
        {
            last[anchor] = last.GetValueOrDefault(anchor, 1) + 1;
            free = string.Create(CultureInfo.InvariantCulture, $"{anchor}-{last[anchor]}");
        }

        return free;
    }

    public bool IsTaken(string anchor) => taken.Contains(anchor);

    public static string Of(string words)
    {
        var text = new StringBuilder();
        foreach (var character in words.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                text.Append(char.ToLowerInvariant(character));
            }
            else if (text.Length > 0 && text[^1] != '-' && !char.IsLetter(character) && character is not ('\'' or '’')
                && char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                text.Append('-');
            }
        }

        var anchor = text.ToString().Trim('-');
        return anchor.Length == 0 ? "part" : anchor[..Math.Min(anchor.Length, 60)].TrimEnd('-');
    }

    [GeneratedRegex(@"\s*\{#([a-z][a-z0-9-]{0,59})\}\s*$")]
    private static partial Regex FixedAnchor();
}
