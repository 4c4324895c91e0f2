using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>
/// Counts every choice over the facet numbers of all matches. A choice's count applies all other groups' choices but not its
/// own group's, so it says what pressing it would give.
/// </summary>
internal sealed class FacetCount
{
    private static readonly Facet[][] Offered = [.. ChoiceGroups.All.Select(group => group.Offered.ToArray())];

    private readonly int[][] counts;

    public FacetCount(long[] matches, SearchChoices choices)
    {
        var fitting = matches;
        List<long>[] refusedByOne = [];
        if (choices.Chosen.Count > 0)
        {
            refusedByOne = [.. ChoiceGroups.All.Select(_ => new List<long>())];
            fitting = [.. matches.Where(row => Fits(row, choices, refusedByOne))];
        }

        Total = fitting.Length;
        OnlyMayFit = choices.IsAny ? 0 : fitting.Count(choices.OnlyMayFit);
        counts = [.. ChoiceGroups.All.Select(group => Count(group, fitting))];
        foreach (var group in choices.Chosen)
        {
            var more = Count(group, [.. refusedByOne[group.Index]]);
            counts[group.Index] = [.. counts[group.Index].Zip(more, (count, added) => count + added)];
        }
    }

    public int Total { get; }

    /// <summary>How many of <see cref="Total"/> left something blank that was asked for.</summary>
    public int OnlyMayFit { get; }

    /// <param name="group">That offers it.</param>
    /// <param name="facet">One of the group's.</param>
    public int Of(ChoiceGroup group, Facet facet) => counts[group.Index][Array.IndexOf(Offered[group.Index], facet)];

    /// <summary>Whoever one group alone refuses is counted in that group all the same.</summary>
    private static bool Fits(long row, SearchChoices choices, List<long>[] refusedByOne)
    {
        ChoiceGroup? by = null;
        foreach (var group in choices.Chosen)
        {
            if (!choices.Allow(group, row))
            {
                if (by is not null)
                {
                    return false;
                }

                by = group;
            }
        }

        if (by is not null)
        {
            refusedByOne[by.Index].Add(row);
        }

        return by is null;
    }

    private static int[] Count(ChoiceGroup group, ReadOnlySpan<long> rows)
    {
        var facets = Offered[group.Index];
        var counted = new int[facets.Length];
        for (var i = 0; i < facets.Length; i++)
        {
            // Facet by facet over all rows: nothing in the inner loop but a test and a sum.
            var (mask, count) = (facets[i].Mask | group.Any, 0);
            foreach (var row in rows)
            {
                count += (row & mask) != 0 ? 1 : 0;
            }

            counted[i] = count;
        }

        return counted;
    }
}
