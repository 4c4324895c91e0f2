using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>
/// What the search box offers while somebody types: titles, and words of our synonyms that stand in an entry. Never what others typed, and
/// never a term that no entry uses: some synonyms are dated or unkind, and are there for matching only.
/// </summary>
internal sealed class Suggestions
{
    /// <summary>Fewer letters begin too many words.</summary>
    public const int ShortestTyped = 3;

    public const int LongestTyped = 60;
    public const int Most = 8;

    public static readonly Suggestions Empty = new([], []);

    private readonly (string Key, string Text, int Rank)[] sorted;

    /// <param name="titles">Best first.</param>
    /// <param name="terms">What may be typed, and what is offered for it.</param>
    public Suggestions(IEnumerable<string> titles, IEnumerable<(string Typed, string Offered)> terms)
    {
        List<(string Key, string Text, int Rank)> all = [];
        foreach (var (typed, offered) in terms)
        {
            all.Add((typed, offered, 0));
        }

        var rank = 1;
        foreach (var title in titles)
        {
            // A title is offered from the beginning of any of its words on; one that starts with what was typed comes first.
            var key = SearchText.Normalise(title);
            for (var at = 0; at >= 0 && at < key.Length; at = key.IndexOf(' ', at) + 1)
            {
                all.Add((key[at..], title, at == 0 ? rank : rank + 1_000_000));
                if (key.IndexOf(' ', at) < 0)
                {
                    break;
                }
            }

            rank++;
        }

        sorted = [.. all.OrderBy(entry => entry.Key, StringComparer.Ordinal)];
    }

    /// <returns>At most <see cref="Most"/>; none for fewer than <see cref="ShortestTyped"/> letters.</returns>
    public IReadOnlyList<string> For(string typed)
    {
        var key = SearchText.Normalise(typed.Length > LongestTyped ? typed[..LongestTyped] : typed);
        if (key.Length < ShortestTyped)
        {
            return [];
        }

        List<(string Text, int Rank)> found = [];
        for (var at = FirstAtOrAfter(key); at < sorted.Length && sorted[at].Key.StartsWith(key, StringComparison.Ordinal); at++)
        {
            found.Add((sorted[at].Text, sorted[at].Rank));
        }

        return [.. found.OrderBy(entry => entry.Rank).ThenBy(entry => entry.Text, StringComparer.Ordinal).Select(entry => entry.Text).Distinct().Take(Most)];
    }

    private int FirstAtOrAfter(string key)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(sorted[middle].Key, key) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
