using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Medway.LocalOffer.Host.Tests.Pages;

/// <summary>
/// The mean of Flesch–Kincaid and Coleman–Liau, each plus five, after addresses and numbers are taken out and terms that the site explains
/// and proper names are replaced by one short word. Platform gets its own with the issue that shows editors their score.
/// </summary>
internal static partial class ReadingAge
{
    private static readonly string[] Explained =
    [
        "education, health and care", "special educational needs and disabilities", "special educational needs", "Local Offer", "EHC plans", "EHC plan",
        "SENDIASS", "WCAG 2.2, level AA", "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018",
        "Equality and Human Rights Commission", "Equality Advisory and Support Service", "Information Commissioner’s Office",
        "British Sign Language", "Easy Read", "postcode", "disability",
    ];

    /// <param name="blocks">Paragraphs, headings and list items; each ends a sentence.</param>
    public static double Of(IEnumerable<string> blocks)
    {
        var sentences = blocks.SelectMany(block => EndOfSentence().Split(Plain(block))).Select(sentence => Word().Matches(sentence).Select(word => word.Value).ToList())
            .Where(words => words.Count > 0).ToList();
        var words = sentences.SelectMany(sentence => sentence).ToList();
        double wordCount = Math.Max(1, words.Count), sentenceCount = Math.Max(1, sentences.Count);
        var letters = words.Sum(word => word.Count(char.IsLetter));
        var syllables = words.Sum(Syllables);
        var fleschKincaid = (0.39 * wordCount / sentenceCount) + (11.8 * syllables / wordCount) - 15.59;
        var colemanLiau = (5.88 * letters / wordCount) - (29.6 * sentenceCount / wordCount) - 15.8;
        return (fleschKincaid + colemanLiau + 10) / 2;
    }

    /// <summary>Each block of running text once: a list item's paragraph is not counted twice.</summary>
    public static IReadOnlyList<string> BlocksOf(IElement part) =>
        [.. part.QuerySelectorAll("h1, h2, h3, h4, p, li, dt, dd, label, legend, summary")
            .Where(block => block.QuerySelector("p, li, dd, h2, h3") is null)
            .Select(block => Spaces().Replace(block.TextContent, " ").Trim())
            .Where(text => text.Length > 0)];

    private static string Plain(string text)
    {
        foreach (var term in Explained)
        {
            text = text.Replace(term, "plan", StringComparison.OrdinalIgnoreCase);
        }

        text = AddressOrNumber().Replace(text, " ");

        // A capital that does not begin a sentence is a name.
        return Name().Replace(text, "Sam");
    }

    private static int Syllables(string word)
    {
        word = word.ToLowerInvariant();
        var count = Vowels().Count(word);
        if (word.Length > 2 && word.EndsWith('e') && !word.EndsWith("le", StringComparison.Ordinal))
        {
            count--;
        }

        if (word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal) && word[^3] is not ('t' or 'd'))
        {
            count--;
        }

        return Math.Max(1, count);
    }

    [GeneratedRegex(@"(?<=[.!?:;])\s+|[.!?]$")]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"[\p{L}’'-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"https?://\S+|\S+@\S+|\b[\w-]+\.(?:gov|org|com|co)\S*|\b\d[\d ,.-]*\b")]
    private static partial Regex AddressOrNumber();

    [GeneratedRegex(@"(?<=[\p{Ll},’)]\s)(?:\p{Lu}[\p{L}’]*)(?:\s\p{Lu}[\p{L}’]*)*")]
    private static partial Regex Name();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
