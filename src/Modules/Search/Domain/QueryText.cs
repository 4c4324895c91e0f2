using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>One word, or one known term, of what was typed.</summary>
/// <param name="Words">As typed, normalised.</param>
/// <param name="Typed">tsquery text: the words.</param>
/// <param name="Expression">tsquery text: the words, or any of their synonyms.</param>
/// <param name="IsWeak">Need not match when a stronger one does.</param>
/// <param name="IsKnown">A synonym's term: not to be spell-checked.</param>
internal sealed record QueryTerm(string Words, string Typed, string Expression, bool IsWeak, bool IsKnown);

/// <summary>
/// What somebody typed, read into tsquery text. Every word is quoted, so parsing it can never fail; AND stands between the words of a
/// synonym rather than a phrase operator, which would re-read each candidate (measured 2.5 times slower).
/// </summary>
internal sealed class QueryText
{
    private const int MaximumTerms = 12;

    private QueryText(string normalised, IReadOnlyList<QueryTerm> terms)
    {
        Normalised = normalised;
        Terms = terms;
        var strong = terms.Where(term => !term.IsWeak).ToList();
        Needed = strong.Count > 0 ? strong : terms;
    }

    public string Normalised { get; }

    public IReadOnlyList<QueryTerm> Terms { get; }

    /// <summary>The terms that an entry must hold.</summary>
    public IReadOnlyList<QueryTerm> Needed { get; }

    /// <summary>Nothing to look for: the page shows everything.</summary>
    public bool IsEmpty => Terms.Count == 0;

    /// <summary>tsquery text: every needed term.</summary>
    public string All => string.Join(" & ", Needed.Select(term => term.Expression));

    /// <summary>tsquery text: at least one needed term.</summary>
    public string Any => string.Join(" | ", Needed.Select(term => term.Expression));

    /// <summary>tsquery text that ranks: the needed words as typed. They count more than their synonyms and than weak words.</summary>
    public string Typed => string.Join(" | ", Needed.Select(term => term.Typed));

    /// <summary>tsquery text that ranks: every word and synonym, weak ones too.</summary>
    public string Wide => string.Join(" | ", Terms.Select(term => term.Expression));

    /// <summary>More counts than what must match as it was typed: synonyms or small words.</summary>
    public bool HasOtherWords => Needed.Count < Terms.Count || Terms.Any(term => term.Expression != term.Typed);

    public static QueryText Read(string? typed, Lexicon lexicon)
    {
        typed = typed?.Trim() ?? "";
        if (typed.Length > SearchText.MaximumQueryLength)
        {
            typed = typed[..SearchText.MaximumQueryLength];
        }

        var words = SearchText.Normalise(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // Nobody searches for the verb; in the entries only the acronym is written so.
        words = [.. words.Select(word => word is "send" ? "sen" : word)];
        return new QueryText(string.Join(' ', words), Split(words, lexicon));
    }

    /// <summary>The same query with some words put right.</summary>
    public QueryText With(IReadOnlyDictionary<string, string> corrections, Lexicon lexicon) =>
        Read(string.Join(' ', Normalised.Split(' ').Select(word => corrections.GetValueOrDefault(word, word))), lexicon);

    private static List<QueryTerm> Split(string[] words, Lexicon lexicon)
    {
        List<QueryTerm> terms = [];
        List<QueryTerm> wrapping = [];
        for (var at = 0; at < words.Length && terms.Count < MaximumTerms;)
        {
            var length = LongestTermAt(words, at, lexicon);
            var text = string.Join(' ', words.Skip(at).Take(Math.Max(length, 1)));
            if (length > 0)
            {
                terms.Add(new QueryTerm(text, Expression([text]), Expression([text, .. lexicon.MeansOf(text)]), SmallWords.IsWeak(text), true));
            }
            else if (SmallWords.IsWrapping(text))
            {
                wrapping.Add(new QueryTerm(text, Expression([text]), Expression([text]), true, true));
            }
            else
            {
                terms.Add(new QueryTerm(text, Expression([text]), Expression([text]), SmallWords.IsWeak(text), false));
            }

            at += Math.Max(length, 1);
        }

        return terms.Count > 0 ? terms : wrapping;
    }

    private static int LongestTermAt(string[] words, int at, Lexicon lexicon)
    {
        for (var length = Math.Min(lexicon.LongestTerm, words.Length - at); length > 0; length--)
        {
            if (lexicon.Knows(string.Join(' ', words, at, length), length == words.Length))
            {
                return length;
            }
        }

        return 0;
    }

    private static string Expression(IEnumerable<string> alternatives)
    {
        var groups = alternatives
            .Select(alternative => string.Join(" & ", Telling(alternative.Split(' ')).Select(word => $"'{word}'")))
            .Distinct()
            .Select(group => group.Contains('&', StringComparison.Ordinal) ? $"({group})" : group)
            .ToList();
        return groups.Count == 1 ? groups[0] : $"({string.Join(" | ", groups)})";
    }

    /// <summary>"speech and language" is found where both words stand: "and" need not.</summary>
    private static string[] Telling(string[] words) =>
        words.Where(word => !SmallWords.IsWrapping(word)).ToArray() is { Length: > 0 } telling ? telling : words;
}
