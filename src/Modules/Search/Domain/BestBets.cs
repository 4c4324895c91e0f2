namespace Medway.LocalOffer.Search.Domain;

/// <summary>What staff want first for certain words, whatever the ranking says.</summary>
/// <param name="bets">Words as a query is normalised, and the entry; in the order in which they are to stand.</param>
internal sealed class BestBets(IEnumerable<(string Words, Guid Entry)> bets)
{
    private readonly ILookup<string, Guid> byWords = bets.ToLookup(bet => bet.Words, bet => bet.Entry, StringComparer.Ordinal);

    /// <summary>The same with one more, after those that there are.</summary>
    public BestBets With(string words, Guid entry) => new(byWords.SelectMany(same => same.Select(known => (same.Key, known))).Append((words, entry)).Distinct());

    /// <param name="normalised">Of <see cref="QueryText"/>.</param>
    public IReadOnlyList<Guid> For(string normalised) => byWords.Contains(normalised) ? [.. byWords[normalised]] : [];
}
