namespace Medway.LocalOffer.Platform.Web.Charts;

/// <summary>What a run chart says about a row of numbers (the rules of the NHS's "making data count").</summary>
public static class RunOfPoints
{
    /// <summary>Points in a row on one side of the median that chance hardly ever makes.</summary>
    public const int Shift = 6;

    /// <summary>Points in a row that all go up, or all go down.</summary>
    public const int Trend = 5;

    /// <summary>Known points below which no limits are drawn.</summary>
    public const int FewestForLimits = 8;

    /// <summary>Of the mean step between neighbours: three standard deviations of a chart of single values (2.66 = 3 ÷ 1.128).</summary>
    private const decimal StepsToLimit = 2.66m;

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
                Mark(run, marks, Shift);
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

    /// <summary>
    /// Which points belong to a trend. A point equal to the one before neither makes nor breaks one; a point that is not known breaks it.
    /// </summary>
    /// <inheritdoc cref="InAShift" path="/param"/>
    public static IReadOnlyList<bool> InATrend(IReadOnlyList<decimal?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var marks = new bool[values.Count];
        List<int> run = [];
        var way = 0;
        for (var i = 0; i <= values.Count; i++)
        {
            var value = i < values.Count ? values[i] : null;
            var step = value is { } here && run.Count > 0 ? Math.Sign(here - values[run[^1]]!.Value) : 0;
            if (value is not null && (run.Count == 0 || (step != 0 && (way == 0 || step == way))))
            {
                run.Add(i);
                way = step;
            }
            else if (value is null || step != 0)
            {
                Mark(run, marks, Trend);
                run = value is null ? [] : [run[^1], i];
                way = step;
            }
        }

        return marks;
    }

    /// <summary>Between which numbers chance keeps nearly all points: the mean and 2.66 mean steps on each side; null for fewer than eight.</summary>
    /// <inheritdoc cref="InAShift" path="/param"/>
    public static (decimal Low, decimal High)? Limits(IReadOnlyList<decimal?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        List<decimal> known = [.. values.OfType<decimal>()];
        if (known.Count < FewestForLimits)
        {
            return null;
        }

        var (mean, step) = (known.Average(), known.Zip(known.Skip(1), (one, next) => Math.Abs(next - one)).Average());
        return (mean - (StepsToLimit * step), mean + (StepsToLimit * step));
    }

    /// <summary>Which points lie outside the limits: chance hardly ever throws one so far.</summary>
    /// <inheritdoc cref="InAShift" path="/param"/>
    public static IReadOnlyList<bool> Astronomical(IReadOnlyList<decimal?> values) =>
        Limits(values) is { } limits ? [.. values.Select(value => value < limits.Low || value > limits.High)] : new bool[values.Count];

    private static void Mark(List<int> run, bool[] marks, int fewest)
    {
        if (run.Count >= fewest)
        {
            run.ForEach(i => marks[i] = true);
        }
    }
}
