namespace Medway.LocalOffer.Platform.Web.Charts;

/// <summary>What a run chart says about a row of numbers (the rules of the NHS's "making data count").</summary>
public static class RunOfPoints
{
    /// <summary>Points in a row on one side of the median that chance hardly ever makes.</summary>
    public const int Shift = 6;

    /// <summary>The middle one, or the mean of the two in the middle; null when there is none.</summary>
    public static decimal? Median(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>
    /// Which points belong to a shift. A point on the median neither makes nor breaks one; a point that is not known breaks it.
    /// </summary>
    /// <param name="values">In order of time; null is not known.</param>
    public static IReadOnlyList<bool> InAShift(IReadOnlyList<decimal?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var marks = new bool[values.Count];
        if (Median(values.OfType<decimal>()) is not { } median)
        {
            return marks;
        }

        List<int> run = [];
        var side = 0;
        for (var i = 0; i <= values.Count; i++)
        {
            var here = i < values.Count && values[i] is { } value ? Math.Sign(value - median) : 0;
            var isOnTheMedian = i < values.Count && values[i] == median;
            if (!isOnTheMedian && here != side)
            {
                Mark(run, marks);
                run = [];
                side = here;
            }

            if (here != 0)
            {
                run.Add(i);
            }
        }

        return marks;
    }

    private static void Mark(List<int> run, bool[] marks)
    {
        if (run.Count >= Shift)
        {
            run.ForEach(i => marks[i] = true);
        }
    }
}
