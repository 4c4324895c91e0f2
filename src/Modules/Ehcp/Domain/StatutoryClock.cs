using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Ehcp.Domain;

internal enum DueState
{
    Open,

    /// <summary>The last day has passed and it is not done.</summary>
    Late,
    Met,
    MetLate,

    /// <summary>Done before the day before which it may not be done.</summary>
    TooEarly,

    /// <summary>Something else has happened, and there is nothing to do any more.</summary>
    FellAway,
}

/// <summary>One date of one child's plan, with everything that it was made from.</summary>
/// <param name="Rule">In the version that counts for this plan.</param>
/// <param name="From">The event from which it counts: the evidence.</param>
/// <param name="Day">The last lawful day, inclusive; or the first one, where <see cref="Rule.IsEarliest"/>. Null when it cannot be worked out.</param>
/// <param name="Arithmetic">The sum in words.</param>
/// <param name="EndedBy">What met it, or made it fall away.</param>
/// <param name="Exceptions">Claimed for it. They never move <paramref name="Day"/>.</param>
/// <param name="ActBy">The working day by which to act, when the last day is none; the limit stays.</param>
/// <param name="Note">Why <paramref name="ActBy"/> differs.</param>
internal sealed record DueDate(
    Rule Rule, Happening From, DateOnly? Day, string Arithmetic, DueState State, Happening? EndedBy,
    IReadOnlyList<ClaimedException> Exceptions, DateOnly? ActBy, string? Note)
{
    public bool IsOpen => State is DueState.Open or DueState.Late;

    /// <summary>By when somebody should act.</summary>
    public DateOnly? Act => ActBy ?? Day;
}

/// <summary>
/// Every date that follows from what has happened. Statutory weeks are calendar weeks. An exception disapplies a limit and never pauses it, so
/// the dates are the same with one and without one.
/// </summary>
internal static class StatutoryClock
{
    /// <param name="believedAt">As it was believed at this moment: what was recorded later, or taken back before, does not count.</param>
    /// <param name="today">In London; decides what is late.</param>
    public static IReadOnlyList<DueDate> DatesOf(History history, DateTimeOffset believedAt, DateOnly today, WorkingDays workingDays, RuleBook? book = null)
    {
        var rules = book ?? RuleBook.Current;
        var happened = history.AsBelievedAt(believedAt);
        List<DueDate> dates = [];
        for (var place = 0; place < happened.Count; place++)
        {
            var from = happened[place];
            foreach (var rule in rules.InForceOn(history.PinnedOn ?? from.On))
            {
                if (rule.Arms[0].From.Contains(from.Kind) && IsOldEnough(rule, history.BornOn, from.On))
                {
                    dates.Add(Due(rule, happened, place, today, workingDays));
                }
            }
        }

        return dates;
    }

    private static bool IsOldEnough(Rule rule, DateOnly? bornOn, DateOnly day) =>
        rule.OnlyUnderAge is not { } age || (bornOn is { } born && Ages.AgeOn(born, day) < age);

    private static DueDate Due(Rule rule, IReadOnlyList<Happening> happened, int place, DateOnly today, WorkingDays workingDays)
    {
        var from = happened[place];
        var counted = Count(rule, happened, place, workingDays);
        var ended = EndOf(rule, happened, place);
        var claims = happened.Where((one, i) => i > place && one.Exception is { } claim && claim.LimitCode == rule.Code && one.Adviser == from.Adviser)
            .Select(one => one.Exception!).ToList();
        var (actBy, note) = WorkingDayFor(rule, counted.Day, workingDays);
        return new DueDate(rule, from, counted.Day, counted.Words, StateOf(rule, counted.Day, ended, today), ended, claims, actBy, note);
    }

    private static Counted Count(Rule rule, IReadOnlyList<Happening> happened, int place, WorkingDays workingDays)
    {
        var first = Counting.Count(happened[place].On, rule.Arms[0].Steps, workingDays);
        foreach (var arm in rule.Arms.Skip(1))
        {
            var next = NextOfItsKind(rule, happened, place);
            var other = happened.Where((one, i) => (arm.IsEarlier ? i < place : i > place && i < next) && arm.From.Contains(one.Kind)).LastOrDefault();
            if (other is not null && Counting.Count(other.On, arm.Steps, workingDays) is var second && second.Day > first.Day)
            {
                first = new Counted(second.Day, $"{first.Words}. Later than that: {second.Words}");
            }
        }

        if (rule.Then.Count == 0 || first.Day is not { } day)
        {
            return first;
        }

        var then = Counting.Count(day, rule.Then, workingDays);
        return then.Day == day ? first : new Counted(then.Day, $"{first.Words}. From {then.Words}");
    }

    private static int NextOfItsKind(Rule rule, IReadOnlyList<Happening> happened, int place)
    {
        for (var i = place + 1; i < happened.Count; i++)
        {
            if (rule.Arms[0].From.Contains(happened[i].Kind))
            {
                return i;
            }
        }

        return happened.Count;
    }

    /// <summary>The first event that meets it or makes it fall away.</summary>
    private static Happening? EndOf(Rule rule, IReadOnlyList<Happening> happened, int place)
    {
        var from = happened[place];
        return happened.Where((one, i) => i != place && (rule.CountsBack ? one.On > from.On.AddMonths(-12) : i > place)).FirstOrDefault(one =>
            rule.FallsAwayWith.Contains(one.Kind)
            || (Stages.Leaves(one.Kind) && !rule.MetBy.Contains(one.Kind))
            || (rule.MetBy.Contains(one.Kind) && one.Adviser == (rule.OnlyBy ?? from.Adviser)));
    }

    private static DueState StateOf(Rule rule, DateOnly? day, Happening? ended, DateOnly today) => ended switch
    {
        null => !rule.IsEarliest && day < today ? DueState.Late : DueState.Open,
        _ when !rule.MetBy.Contains(ended.Kind) => DueState.FellAway,
        _ when rule.IsEarliest => ended.On < day ? DueState.TooEarly : DueState.Met,
        _ => ended.On > day ? DueState.MetLate : DueState.Met,
    };

    /// <summary>A bank holiday or a weekend never moves a limit; whoever works in the office acts before it.</summary>
    private static (DateOnly? ActBy, string? Note) WorkingDayFor(Rule rule, DateOnly? day, WorkingDays workingDays)
    {
        if (day is not { } last || rule.IsEarliest || !workingDays.Covers(last) || workingDays.IsWorkingDay(last) || !workingDays.Covers(last.AddDays(-7)))
        {
            return (null, null);
        }

        var before = workingDays.Add(last, -1);
        var why = workingDays.HolidayOn(last) is { } holiday ? $"a bank holiday ({holiday})" : $"a {last.DayOfWeek}";
        return (before, $"{last.Long()} is {why}. It is still the limit: act by {before.WithDay()}.");
    }
}
