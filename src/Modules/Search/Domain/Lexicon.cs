using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>Synonyms ready to be looked up while a query is read. Built anew when they change; never altered.</summary>
internal sealed class Lexicon
{
    public static readonly Lexicon Empty = new([], []);

    private readonly Dictionary<string, string[]> synonyms;
    private readonly Dictionary<string, string> soundAlikes;

    public Lexicon(IEnumerable<(string Term, string[] Means)> synonyms, IEnumerable<(string Typed, string Meant)> soundAlikes)
    {
        this.synonyms = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (term, means) in synonyms)
        {
            this.synonyms[term] = means;
            LongestTerm = Math.Max(LongestTerm, term.Count(character => character == ' ') + 1);
        }

        this.soundAlikes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (typed, meant) in soundAlikes)
        {
            this.soundAlikes[typed] = meant;
        }
    }

    /// <summary>Words in the longest term.</summary>
    public int LongestTerm { get; } = 1;

    public string[] MeansOf(string term) => synonyms.TryGetValue(term, out var means) ? means : [];

    public bool Knows(string term) => synonyms.ContainsKey(term);

    public string? SoundsLike(string word) => soundAlikes.GetValueOrDefault(word);
}
