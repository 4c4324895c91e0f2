using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>
/// Counts every choice in one pass over the facet numbers of all matches. A choice's count applies all other groups' choices but not its
/// own group's, so it says what pressing it would give.
/// </summary>
internal sealed class FacetCount
{
    private static readonly Facet[][] Offered = [.. ChoiceGroups.All.Select(group => group.Offered.ToArray())];

    private readonly int[][] counts = [.. Offered.Select(facets => new int[facets.Length])];

    public FacetCount(long[] matches, SearchChoices choices)
    {
        foreach (var row in matches)
        {
            switch (Refused(row, choices, out var by))
            {
                case 0:
                    Total++;
                    OnlyMayFit += choices.OnlyMayFit(row) ? 1 : 0;
                    for (var group = 0; group < counts.Length; group++)
                    {
                        Count(ChoiceGroups.All[group], row);
                    }

                    break;
                case 1:
                    Count(by!, row);
                    break;
            }
        }
    }

    public int Total { get; }

    /// <summary>How many of <see cref="Total"/> left something blank that was asked for.</summary>
    public int OnlyMayFit { get; }

    /// <param name="group">That offers it.</param>
    /// <param name="facet">One of the group's.</param>
    public int Of(ChoiceGroup group, Facet facet) => counts[group.Index][Array.IndexOf(Offered[group.Index], facet)];

    /// <returns>How many groups refuse the row: 0, 1, or 2 for more than one.</returns>
    private static int Refused(long row, SearchChoices choices, out ChoiceGroup? by)
    {
        by = null;
        foreach (var group in choices.Chosen)
        {
            if (!choices.Allow(group, row))
            {
                if (by is not null)
                {
                    return 2;
                }

                by = group;
            }
        }

        return by is null ? 0 : 1;
    }

    private void Count(ChoiceGroup group, long row)
    {
        if ((row & group.All) == 0)
        {
            return;
        }

        var (facets, into) = (Offered[group.Index], counts[group.Index]);
        var all = (row & group.Any) != 0;
        for (var i = 0; i < facets.Length; i++)
        {
            if (all || (row & facets[i].Mask) != 0)
            {
                into[i]++;
            }
        }
    }
}
