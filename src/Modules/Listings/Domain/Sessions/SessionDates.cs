namespace Medway.LocalOffer.Listings.Domain.Sessions;

/// <summary>What kind of day it is for a child at school.</summary>
internal enum SchoolDay
{
    Term,
    Holiday,

    /// <summary>In term, but the children are at home: staff of the school train.</summary>
    Inset,
}

/// <param name="IsBankHoliday">In England.</param>
internal readonly record struct DayFacts(SchoolDay School, bool IsBankHoliday);

/// <summary>The calendars that sessions are counted against.</summary>
internal interface IDays
{
    /// <returns>Null for a date whose calendar is not loaded: whoever asks may not guess.</returns>
    DayFacts? On(DateOnly date);
}

/// <summary>Works out on which real dates sessions are. Pure: a date beyond the loaded calendars is never claimed.</summary>
internal static class SessionDates
{
    /// <summary>How far ahead is looked: longer than the gap between two summers of a holiday club.</summary>
    private const int Horizon = 400;

    /// <summary>The next dates, soonest first, today among them while it has not begun.</summary>
    /// <param name="today">In London.</param>
    /// <param name="now">Clock in London; what has started today is past.</param>
    public static IReadOnlyList<Happening> Next(IReadOnlyList<SessionRule> rules, IDays days, DateOnly today, TimeOnly now, int count)
    {
        List<Happening> found = [];
        for (var ahead = 0; ahead <= Horizon && found.Count < count && rules.Count > 0; ahead++)
        {
            var date = today.AddDays(ahead);
            found.AddRange(On(rules, days, date).Where(happening => date > today || happening.Starts is null || happening.Starts > now));
        }

        return [.. found.Take(count)];
    }

    /// <summary>All that is on on this date, by time.</summary>
    public static IReadOnlyList<Happening> On(IReadOnlyList<SessionRule> rules, IDays days, DateOnly date) =>
        [.. rules.Select(rule => On(rule, days, date)).OfType<Happening>().Distinct().OrderBy(happening => happening.Starts)];

    private static Happening? On(SessionRule rule, IDays days, DateOnly date)
    {
        if (rule.Changes.FirstOrDefault(change => change.Date == date) is { } change)
        {
            return change.Runs ? new Happening(date, change.Starts ?? rule.Starts, change.Starts is null ? rule.Ends : change.Ends, change.Note ?? rule.Note) : null;
        }

        return date.DayOfWeek == rule.Day
            && !(date < rule.ValidFrom) && !(date > rule.ValidUntil)
            && InRhythm(rule, date)
            && days.On(date) is { } facts
            && (rule.OnBankHolidays || !facts.IsBankHoliday)
            && Runs(rule, facts.School)
                ? new Happening(date, rule.Starts, rule.Ends, rule.Note)
                : null;
    }

    private static bool Runs(SessionRule rule, SchoolDay day) => (day, rule.Runs) switch
    {
        (SchoolDay.Inset, RunsIn.Holidays) => false,
        (SchoolDay.Inset, _) => rule.OnInsetDays,
        (_, RunsIn.Both) => true,
        (SchoolDay.Holiday, RunsIn.Holidays) => true,
        (SchoolDay.Term, RunsIn.Term or RunsIn.NotKnown) => true,
        _ => false,
    };

    private static bool InRhythm(SessionRule rule, DateOnly date) => rule.Rhythm switch
    {
        Rhythm.Fortnightly => rule.ValidFrom is { } from && (Monday(date).DayNumber - Monday(from).DayNumber) % 14 == 0,
        Rhythm.Monthly when rule.WeekOfMonth == -1 => date.AddDays(7).Month != date.Month,
        Rhythm.Monthly => ((date.Day - 1) / 7) + 1 == rule.WeekOfMonth,
        _ => true,
    };

    private static DateOnly Monday(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
