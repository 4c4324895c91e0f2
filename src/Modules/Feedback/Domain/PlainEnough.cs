using System.Globalization;
using Medway.LocalOffer.Platform.PlainWords;

namespace Medway.LocalOffer.Feedback.Domain;

/// <summary>Whether families can read what is written for them; if not, what to do.</summary>
internal static class PlainEnough
{
    private const int LongestSentence = 15;
    private const int MostLines = 4;

    private static readonly string[] Explained = ["SEND", "EHC plan", "EHC plans", "Local Offer", "Easy Read", "NHS"];

    /// <returns>Null when a child of eleven can read it.</returns>
    public static string? Problem(params IReadOnlyList<string> texts)
    {
        var age = ReadingAge.Of(texts, Explained);
        return age.Years <= ReadingAge.OldestReader
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"This needs a reader of {Math.Ceiling(age.Years):0}. Use short words and short sentences, so that a child of 11 can read it.")
                + (age.Worst.Count == 0 ? "" : $" The hardest is: “{age.Worst[0].Text}”");
    }

    /// <summary>Sentences of Easy Read: one a line.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <returns>Null when it is Easy Read in its form.</returns>
    public static string? EasyProblem(string text)
    {
        var lines = Lines(text);
        if (lines.Count is 0 or > MostLines)
        {
            return $"Write one to {MostLines} short sentences, each on a line of its own";
        }

        return lines.FirstOrDefault(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > LongestSentence) is { } longest
            ? $"This sentence has more than {LongestSentence} words. Make it two: “{longest}”"
            : null;
    }
}
