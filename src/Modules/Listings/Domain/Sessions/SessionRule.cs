namespace Medway.LocalOffer.Listings.Domain.Sessions;

/// <summary>How often a session comes round.</summary>
internal enum Rhythm
{
    Weekly,

    /// <summary>Every second week, counted from the week of <see cref="SessionRule.ValidFrom"/>.</summary>
    Fortnightly,

    /// <summary>Once a month, on the <see cref="SessionRule.WeekOfMonth"/>th such weekday.</summary>
    Monthly,
}

/// <summary>In which part of the school year a session runs.</summary>
internal enum RunsIn
{
    Term,
    Holidays,
    Both,

    /// <summary>Nobody has said. It is then claimed for term time alone: a date in a holiday would be a guess.</summary>
    NotKnown,
}

/// <summary>A day on which a session is not as usual.</summary>
/// <param name="Runs">False: it is not on. True: it is on, at these times when they are given, whatever the rule says.</param>
internal sealed record SessionChangeRule(DateOnly Date, bool Runs, TimeOnly? Starts, TimeOnly? Ends, string? Note);

/// <summary>When something happens, as data. Dates and times are those of a clock on a wall in London.</summary>
/// <param name="Ends">Null when nobody has said.</param>
/// <param name="WeekOfMonth">1 to 5, or -1 for the last; only with <see cref="Rhythm.Monthly"/>.</param>
/// <param name="ValidFrom">First date of the season; null when it has no beginning that we know.</param>
/// <param name="ValidUntil">Last date, inclusive.</param>
internal sealed record SessionRule(
    DayOfWeek Day,
    TimeOnly Starts,
    TimeOnly? Ends,
    Rhythm Rhythm = Rhythm.Weekly,
    short? WeekOfMonth = null,
    RunsIn Runs = RunsIn.NotKnown,
    DateOnly? ValidFrom = null,
    DateOnly? ValidUntil = null,
    bool OnBankHolidays = false,
    bool OnInsetDays = false,
    string? Note = null)
{
    public IReadOnlyList<SessionChangeRule> Changes { get; init; } = [];

    /// <summary>What makes no sense in it, in words for whoever typed it; null when it is good.</summary>
    public string? Complaint() => this switch
    {
        { Ends: { } ends } when ends <= Starts => "It ends before it starts. Swap the two times, or correct one",
        { ValidFrom: { } from, ValidUntil: { } until } when until < from => "Its last date is before its first. Swap the two dates, or correct one",
        { Rhythm: Rhythm.Monthly, WeekOfMonth: not (-1 or >= 1 and <= 5) } => "Say which week of the month: first, second, third, fourth, fifth or last",
        { Rhythm: not Rhythm.Monthly, WeekOfMonth: not null } => "The week of the month is only for what happens once a month",
        { Rhythm: Rhythm.Fortnightly, ValidFrom: null } => "Give the first date, so that we know which weeks it is on",
        _ => null,
    };
}

/// <summary>One time that it is on.</summary>
internal sealed record Happening(DateOnly Date, TimeOnly? Starts, TimeOnly? Ends, string? Note);
