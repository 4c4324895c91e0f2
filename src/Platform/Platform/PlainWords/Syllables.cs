using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Platform.PlainWords;

/// <summary>Counts the syllables of an English word from its spelling.</summary>
internal static partial class Syllables
{
    /// <summary>Words of a sentence; "won't" and "half-term" are one word each.</summary>
    public static IReadOnlyList<string> WordsOf(string sentence) => [.. Word().Matches(sentence).Select(word => word.Value)];

    /// <summary>Groups of vowels, less the silent ones at the end; at least one.</summary>
    public static int In(string word)
    {
        word = word.ToLowerInvariant();
        var count = Vowels().Count(word);
        if (SilentEnd().IsMatch(word))
        {
            count--;
        }

        return Math.Max(1, count);
    }

    [GeneratedRegex(@"\p{L}[\p{L}’'-]*")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouyé]+")]
    private static partial Regex Vowels();

    /// <summary>"make", "makes", "walked"; but "table", "places", "wanted".</summary>
    [GeneratedRegex("[^aeiouyl]e$|[aeiouy]les?$|[^aeiouylsxzcgh]es$|[^aeiouytd]ed$")]
    private static partial Regex SilentEnd();
}
