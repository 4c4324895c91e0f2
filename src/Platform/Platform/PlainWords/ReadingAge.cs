using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Platform.PlainWords;

/// <summary>A sentence that is hard to read.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Years">The reading age of this sentence alone. A hint and no measurement: the formulas were made for whole texts.</param>
public sealed record HardSentence(string Text, double Years);

/// <summary>
/// How old a reader must be to read a text easily, in years: the mean of two school grades, each plus five. Grades are Flesch–Kincaid (Kincaid
/// et al. 1975: 0.39 words a sentence + 11.8 syllables a word − 15.59) and Coleman–Liau (1975: 0.0588 letters − 0.296 sentences in 100 words
/// − 15.8). Code, addresses and numbers are left out first, and terms that the site explains and proper names are counted as one short word.
/// Syllables are guessed from the spelling; a page of ordinary English comes out within about half a year of counting by hand.
/// </summary>
/// <param name="Years">May lie below 5 for a text of very short words; 0 for a text without words.</param>
/// <param name="Words">Words that were counted. Below about 100 the age says little.</param>
/// <param name="Worst">The three hardest sentences of five words or more, the hardest first; fewer when there are fewer.</param>
public sealed partial record ReadingAge(double Years, int Words, IReadOnlyList<HardSentence> Worst)
{
    /// <summary>The oldest reader for whom a page for families is written. Above it an editor gives a reason, which is recorded.</summary>
    public const double OldestReader = 11;

    private const int ShownSentences = 3;
    private const int FewestWordsToShow = 5;
    private const string ShortWord = "plan";

    /// <param name="blocks">Headings, paragraphs, list items as plain text, without mark-up; each ends a sentence.</param>
    /// <param name="known">Terms that the site explains, and names of bodies and places; whole words, in any case. Null: none.</param>
    public static ReadingAge Of(IEnumerable<string> blocks, IReadOnlyCollection<string>? known = null)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var terms = Pattern(known ?? []);
        List<(string Text, Counts Counts)> sentences =
        [
            .. blocks.SelectMany(block => Sentences(block, terms))
                .Select(sentence => (sentence, Counts.Of(Plain(sentence, terms))))
                .Where(sentence => sentence.Item2.Words > 0),
        ];
        var all = sentences.Aggregate(default(Counts), (sum, sentence) => sum + sentence.Counts);
        return new ReadingAge(
            all.Years,
            all.Words,
            [
                .. sentences.Where(sentence => sentence.Counts.Words >= FewestWordsToShow)
                    .Select(sentence => new HardSentence(sentence.Text.Trim(), sentence.Counts.Years))
                    .OrderByDescending(sentence => sentence.Years)
                    .Take(ShownSentences),
            ]);
    }

    /// <summary>
    /// Flesch counts every unit that a full stop, a colon, a semicolon, a question mark or an exclamation mark ends as a sentence. One inside a
    /// known term, as in "(No. 2)", ends nothing.
    /// </summary>
    private static IEnumerable<string> Sentences(string block, Regex? terms)
    {
        var inside = terms?.Matches(block).Select(term => (term.Index, End: term.Index + term.Length)).ToList() ?? [];
        var start = 0;
        foreach (Match end in EndOfSentence().Matches(block))
        {
            if (!inside.Exists(term => end.Index > term.Index && end.Index < term.End))
            {
                yield return block[start..end.Index];
                start = end.Index;
            }
        }

        yield return block[start..];
    }

    private static string Plain(string sentence, Regex? terms)
    {
        var text = terms?.Replace(sentence, ShortWord) ?? sentence;
        text = CodeAddressOrNumber().Replace(text, " ");

        // A capital that does not begin a sentence is a name.
        return Name().Replace(text, ShortWord);
    }

    /// <summary>The longest first: "EHC plan" before "EHC".</summary>
    private static Regex? Pattern(IReadOnlyCollection<string> known) => known.Count == 0
        ? null
        : new Regex(
            $@"(?<![\p{{L}}\d])(?:{string.Join('|', known.OrderByDescending(term => term.Length).Select(Regex.Escape))})(?![\p{{L}}\d])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"(?<=[.!?:;][”’)]?)\s+")]
    private static partial Regex EndOfSentence();

    // Begins only where a word does, and counts how far it looks: a line without spaces would otherwise be read once for each of its letters.
    [GeneratedRegex(@"`[^`]*`|https?://\S+|(?<!\S)\S{1,254}@\S+|\b(?:[\w-]{1,63}\.){1,10}(?:gov|nhs|org|com|co|net|uk)\b\S*|\b[A-Za-z]{1,2}\d[A-Za-z\d]?(?:\s?\d[A-Za-z]{2})?\b|£?\b\d[\d ,.:/-]*(?:st|nd|rd|th|am|pm)?\b%?")]
    private static partial Regex CodeAddressOrNumber();

    [GeneratedRegex(@"(?<=[\p{Ll},’)]\s)(?:\p{Lu}[\p{L}’]*)(?:\s\p{Lu}[\p{L}’]*)*")]
    private static partial Regex Name();

    private readonly record struct Counts(int Words, int Sentences, int Letters, int Syllables)
    {
        public double Years
        {
            get
            {
                if (Words == 0)
                {
                    return 0;
                }

                double words = Words;
                var fleschKincaid = (0.39 * words / Sentences) + (11.8 * Syllables / words) - 15.59;
                var colemanLiau = (5.88 * Letters / words) - (29.6 * Sentences / words) - 15.8;
                return (fleschKincaid + 5 + colemanLiau + 5) / 2;
            }
        }

        public static Counts operator +(Counts left, Counts right) =>
            new(left.Words + right.Words, left.Sentences + right.Sentences, left.Letters + right.Letters, left.Syllables + right.Syllables);

        public static Counts Of(string sentence)
        {
            var words = PlainWords.Syllables.WordsOf(sentence);
            return new(words.Count, 1, words.Sum(word => word.Count(char.IsLetter)), words.Sum(PlainWords.Syllables.In));
        }
    }
}
