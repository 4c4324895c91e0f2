using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Content.Markdown;

/// <summary>The names of pictures and files in a text, found before it is read.</summary>
internal static partial class MediaKeys
{
    // More than a page can sensibly show; the rest read as missing.
    private const int Most = 200;

    public static IReadOnlySet<string> In(string markdown) =>
        Mention().Matches(markdown).Take(Most).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\bmedia:([a-z0-9][a-z0-9-]{0,79})")]
    private static partial Regex Mention();
}
