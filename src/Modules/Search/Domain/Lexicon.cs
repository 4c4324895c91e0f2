namespace Medway.LocalOffer.Search.Domain;

/// <param name="Term">Normalised; one or more words.</param>
/// <param name="Means">Normalised; other words to look for.</param>
/// <param name="OnlyAlone">Means this only when nothing else is typed: "ADD" is a condition, "add a service" is not.</param>
internal sealed record KnownTerm(string Term, IReadOnlyList<string> Means, bool OnlyAlone);

/// <summary>Synonyms ready to be looked up while a query is read. Built anew when they change; never altered.</summary>
internal sealed class Lexicon
{
    public static readonly Lexicon Empty = new([], []);

    private static readonly string[] Endings = ["ings", "ing", "ed", "es", "s"];

    private readonly Dictionary<string, List<KnownTerm>> terms = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> soundAlikes = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<KnownTerm> all;

    public Lexicon(IEnumerable<KnownTerm> synonyms, IEnumerable<(string Typed, string Meant)> soundAlikes)
    {
        all = [.. synonyms];
        foreach (var term in all)
        {
            LongestTerm = Math.Max(LongestTerm, term.Term.Count(character => character == ' ') + 1);
            if (!terms.TryGetValue(Key(term.Term), out var same))
            {
                terms[Key(term.Term)] = same = [];
            }

            same.Add(term);
            words.UnionWith(term.Term.Split(' '));
        }

        foreach (var (typed, meant) in soundAlikes)
        {
            this.soundAlikes[typed] = meant;
        }
    }

    /// <summary>The same with one term added, or in the place of what it meant.</summary>
    public Lexicon With(KnownTerm changed) => new(
        all.Where(known => known.Term != changed.Term).Append(changed), soundAlikes.Select(soundAlike => (soundAlike.Key, soundAlike.Value)));

    /// <summary>Words in the longest term.</summary>
    public int LongestTerm { get; } = 1;

    public IEnumerable<string> MeansOf(string term) =>
        terms.TryGetValue(Key(term), out var same) ? same.SelectMany(known => known.Means).Distinct() : [];

    /// <param name="term">One or more normalised words.</param>
    /// <param name="isAlone">Whether it is all that was typed.</param>
    public bool Knows(string term, bool isAlone) =>
        terms.TryGetValue(Key(term), out var same) && same.Exists(known => isAlone || !known.OnlyAlone);

    /// <summary>Terms that may be offered while somebody types: a term whose words stand in an entry, else the first of its meanings that does.</summary>
    /// <param name="written">Words that stand in an entry.</param>
    public IEnumerable<(string Typed, string Offered)> Offered(IReadOnlySet<string> written)
    {
        foreach (var known in all)
        {
            if (known.Means.Prepend(known.Term).FirstOrDefault(text => text.Split(' ').All(written.Contains)) is { } offered)
            {
                yield return (known.Term, offered);
            }
        }
    }

    /// <summary>Whether it is a word of some term, or one of the spellings by ear.</summary>
    public bool HasWord(string word) => soundAlikes.ContainsKey(word) || words.Contains(word);

    public string? SoundsLike(string word) => soundAlikes.GetValueOrDefault(word);

    /// <summary>"meltdowns" finds "meltdown", "bullied" finds "bullying": endings are cut roughly, on both sides alike.</summary>
    private static string Key(string term) => string.Join(' ', term.Split(' ').Select(Root));

    private static string Root(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                word = word[..^ending.Length];
                break;
            }
        }

        return word.Length > 3 && word[^1] is ('y' or 'e') ? word[..^1] + (word[^1] == 'y' ? "i" : "") : word;
    }
}
