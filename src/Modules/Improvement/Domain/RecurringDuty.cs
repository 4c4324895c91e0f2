using Medway.LocalOffer.Platform.Calendars;

namespace Medway.LocalOffer.Improvement.Domain;

/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
internal readonly record struct DutyPeriod(DateOnly From, DateOnly Until)
{
    /// <summary>Days after its end in which what was done may still be written down.</summary>
    public const int DaysToWrite = 14;

    /// <summary>From the day after this one it is missed, when nothing is written down.</summary>
    public DateOnly LastDayToWrite => Until.AddDays(DaysToWrite);
}

/// <summary>The times in which a duty comes back: months, pairs of months or school terms, from the month that the plan names.</summary>
internal static class RecurringDuty
{
    /// <param name="recurring">As the part says it.</param>
    /// <param name="firstDue">Of the part: a day in the first month.</param>
    /// <param name="loadedOn">Times that ended before the plan was loaded here were never asked for.</param>
    /// <param name="until">Times that begin later are left out.</param>
    /// <param name="terms">Of the calendar, the earliest first; terms that are not loaded are not known.</param>
    public static IReadOnlyList<DutyPeriod> Periods(string? recurring, DateOnly firstDue, DateOnly loadedOn, DateOnly until, IReadOnlyList<SchoolTerm> terms)
    {
        var first = new DateOnly(firstDue.Year, firstDue.Month, 1);
        IEnumerable<DutyPeriod> periods = recurring switch
        {
            "every_month" => Months(first, 1, until),
            "every_two_months" => Months(first, 2, until),
            "every_term" => terms.Where(term => term.LastDay >= first && term.FirstDay <= until).Select(term => new DutyPeriod(term.FirstDay, term.LastDay)),
            _ => [],
        };
        return [.. periods.Where(period => period.Until >= loadedOn)];
    }

    private static IEnumerable<DutyPeriod> Months(DateOnly first, int months, DateOnly until)
    {
        for (var from = first; from <= until; from = from.AddMonths(months))
        {
            yield return new(from, from.AddMonths(months).AddDays(-1));
        }
    }
}
