using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>
/// Counts every choice in one pass over the facet numbers of all matches. A choice's count applies all other groups' choices but not its
/// own group's, so it says what pressing it would give.
/// </summary>
internal sealed class FacetCount
{
    private static readonly Facet[] All = [.. Facets.KindsOfHelp, .. Facets.Needs, .. Facets.Costs];
    private static readonly int NeedsFrom = Facets.KindsOfHelp.Count;
    private static readonly int CostsFrom = NeedsFrom + Facets.Needs.Count;

    private readonly int[] counts = new int[All.Length];

    public FacetCount(long[] matches, SearchChoices choices)
    {
        foreach (var row in matches)
        {
            var (kind, need, cost) = (choices.AllowKind(row), choices.AllowNeed(row), choices.AllowCost(row));
            if (kind && need && cost)
            {
                Total++;
                OnlyMayFit += choices.OnlyMayFit(row) ? 1 : 0;
            }

            if (need && cost)
            {
                Count(0, NeedsFrom, row);
            }

            if (kind && cost)
            {
                Count(NeedsFrom, CostsFrom, (row & Facets.AnyNeed) != 0 ? row | Facets.AllNeeds : row);
            }

            if (kind && need)
            {
                Count(CostsFrom, All.Length, row);
            }
        }
    }

    public int Total { get; }

    /// <summary>How many of <see cref="Total"/> left something blank that was asked for.</summary>
    public int OnlyMayFit { get; }

    public int Of(Facet facet) => counts[Array.IndexOf(All, facet)];

    private void Count(int from, int to, long row)
    {
        for (var i = from; i < to; i++)
        {
            if ((row & All[i].Mask) != 0)
            {
                counts[i]++;
            }
        }
    }
}
