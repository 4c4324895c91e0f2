using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Content.Markdown.Checks;

/// <summary>Cuts text into sentences, near enough for a hint.</summary>
internal static partial class Sentences
{
    private const int ShownWords = 8;

    public static IEnumerable<string> Of(string text) => End().Split(text).Where(sentence => sentence.Length > 0);

    public static int WordCount(string text) => Word().Count(text);

    /// <summary>Its first words, so that the editor finds it.</summary>
    public static string Shortened(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= ShownWords ? text : string.Join(' ', words.Take(ShownWords)) + " …";
    }

    [GeneratedRegex(@"(?<=[.!?…])\s+(?=\p{Lu}|\d)")]
    private static partial Regex End();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}’'.,-]*")]
    private static partial Regex Word();
}
