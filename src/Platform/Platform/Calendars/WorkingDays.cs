using System.Collections.Frozen;

namespace Medway.LocalOffer.Platform.Calendars;

/// <summary>
/// Counts working days in England: not Saturday, not Sunday, not a bank holiday of England and Wales (Christmas Day and Good Friday are on
/// that list). Use it only where a rule says "working days"; the EHC regulations count in calendar weeks. Immutable; inject it for the days
/// that are loaded now, or build one in a test.
/// </summary>
/// <exception cref="BeyondCalendarException">Thrown by every member whose answer needs a year that is not loaded. It never guesses.</exception>
public sealed class WorkingDays
{
    /// <summary>
    /// England and Wales have had at least so many bank holidays in every year since 1978. A year with fewer is not complete yet, so it does
    /// not count as loaded.
    /// </summary>
    public const int FewestInAYear = 8;

    private readonly FrozenDictionary<DateOnly, string> names;

    /// <param name="holidays">In any order. Years are loaded from the first complete one up to the first gap.</param>
    public WorkingDays(IEnumerable<BankHoliday> holidays)
    {
        names = holidays.ToFrozenDictionary(holiday => holiday.Date, holiday => holiday.Name);
        var complete = names.Keys.GroupBy(date => date.Year).Where(year => year.Count() >= FewestInAYear).Select(year => year.Key).ToHashSet();
        if (complete.Count > 0)
        {
            var first = complete.Min();
            var last = first;
            while (complete.Contains(last + 1))
            {
                last++;
            }

            FirstDay = new DateOnly(first, 1, 1);
            LastDay = new DateOnly(last, 12, 31);
        }
    }

    /// <summary>The first date that can be answered for; null when no year is loaded.</summary>
    public DateOnly? FirstDay { get; }

    /// <summary>The last date that can be answered for; null when no year is loaded.</summary>
    public DateOnly? LastDay { get; }

    /// <summary>Whether this date lies in the years that are loaded. Ask before, where a refusal must be an outcome and not an exception.</summary>
    public bool Covers(DateOnly date) => date >= FirstDay && date <= LastDay;

    public bool IsWorkingDay(DateOnly date) =>
        Known(date).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !names.ContainsKey(date);

    /// <summary>The bank holiday on this date; null when there is none.</summary>
    public string? HolidayOn(DateOnly date) => names.GetValueOrDefault(Known(date));

    /// <summary>
    /// The date that lies this many working days away. Counting begins with the day after <paramref name="date"/>, which need not be a working
    /// day itself: "within 3 working days of being told" on a Friday is Wednesday.
    /// </summary>
    /// <param name="date">Day 0.</param>
    /// <param name="days">In working days; negative counts back; 0 gives the same date, working day or not.</param>
    public DateOnly Add(DateOnly date, int days)
    {
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0;)
        {
            date = date.AddDays(step);
            if (IsWorkingDay(date))
            {
                left--;
            }
        }

        return Known(date);
    }

    /// <summary>This date when it is a working day, else the next one.</summary>
    public DateOnly OnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>Working days after <paramref name="from"/>, up to and with <paramref name="to"/>; negative when <paramref name="to"/> is earlier.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        Known(from);
        var count = 0;
        for (var date = from; date < to;)
        {
            date = date.AddDays(1);
            if (IsWorkingDay(date))
            {
                count++;
            }
        }

        return count;
    }

    private DateOnly Known(DateOnly date) => Covers(date) ? date : throw new BeyondCalendarException("bank holidays", date, FirstDay, LastDay);
}
