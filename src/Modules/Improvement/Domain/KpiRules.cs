namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>A figure that is known.</summary>
/// <param name="Until">Last day of its period.</param>
internal readonly record struct KpiPoint(DateOnly Until, decimal Value);

/// <summary>Where a number should be, and by when.</summary>
/// <param name="TargetOn">By when; null when it holds from the beginning.</param>
/// <param name="Baseline">Where it stood when that was promised; null when nobody wrote it down.</param>
/// <param name="IsStrict">The target itself is not enough: "more than".</param>
internal sealed record KpiAim(decimal Target, DateOnly? TargetOn, decimal? Baseline, DateOnly? BaselineOn, bool IsLowerBetter, bool IsStrict)
{
    /// <summary>The trajectory: straight from the baseline to the target, and flat from then on. Without a baseline the target holds at once.</summary>
    public decimal LineOn(DateOnly day)
    {
        if (Baseline is not { } from || BaselineOn is not { } since || TargetOn is not { } by || by <= since || day >= by)
        {
            return Target;
        }

        return day <= since ? from : from + ((Target - from) * (day.DayNumber - since.DayNumber) / (by.DayNumber - since.DayNumber));
    }

    public bool IsMet(KpiPoint point)
    {
        var line = LineOn(point.Until);
        return line == point.Value ? !IsStrict || line != Target : IsLowerBetter == (point.Value < line);
    }
}

/// <summary>
/// The colour of a number: grey without a figure or a target, red when the latest two figures are worse than the trajectory, amber when the latest
/// one is, else green. Never blue: a number alone does not show what made it.
/// </summary>
internal static class KpiRules
{
    public const int PeriodsUntilRed = 2;

    /// <summary>Whether there is a figure that still says something.</summary>
    public static bool HasData(IReadOnlyList<KpiPoint> points, int daysUntilStale, DateOnly today) =>
        points.Count > 0 && today.DayNumber - points[^1].Until.DayNumber <= daysUntilStale;

    /// <param name="points">In order of time.</param>
    /// <param name="aim">Null when nobody has named one that can be compared.</param>
    /// <param name="daysUntilStale">After the end of the latest period.</param>
    public static BragResult Of(IReadOnlyList<KpiPoint> points, KpiAim? aim, int daysUntilStale, DateOnly today)
    {
        if (!HasData(points, daysUntilStale, today))
        {
            return new(Brag.Grey, points.Count == 0 ? "No data: nobody has given a figure yet." : "No data for the last two periods.");
        }

        if (aim is null)
        {
            return new(Brag.Grey, "There is no target that it can be compared with.");
        }

        var worse = points.Reverse().TakeWhile(point => !aim.IsMet(point)).Take(PeriodsUntilRed).Count();
        return worse switch
        {
            0 => new(Brag.Green, "The latest figure is where it should be by now."),
            1 => new(Brag.Amber, "The latest figure is worse than it should be by now."),
            _ => new(Brag.Red, "The latest two figures are worse than they should be by now."),
        };
    }
}
