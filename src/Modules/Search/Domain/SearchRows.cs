namespace Medway.LocalOffer.Search.Domain;

/// <summary>What one statement brought back.</summary>
/// <param name="Matches">Facet numbers of everything that matched the words and the age, before the other choices.</param>
/// <param name="Page">The cards of the page asked for, in order.</param>
internal sealed record SearchRows(long[] Matches, IReadOnlyList<FoundService> Page);
