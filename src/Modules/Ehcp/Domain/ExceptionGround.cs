namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>The grounds in the regulations. Staff shortage, a backlog or late advice is none of them. Stored.</summary>
internal enum ExceptionGround
{
    /// <summary>A: the school or college is closed for four weeks or more, and its advice was asked for in the window round that time.</summary>
    SchoolClosed,

    /// <summary>B: the same for an early years provider.</summary>
    EarlyYearsClosed,

    /// <summary>C: exceptional personal circumstances of the child, the parent or the young person in that time.</summary>
    PersonalCircumstances,

    /// <summary>D: the child, the parent or the young person is away from the area for four weeks or more in that time.</summary>
    AwayFromTheArea,

    /// <summary>E: the child or young person missed an appointment for an examination or a test; for advice only.</summary>
    AppointmentMissed,

    /// <summary>After the Tribunal only (regs 44 and 45): away for two weeks or more.</summary>
    AwayTwoWeeksAfterTribunal,

    /// <summary>After the Tribunal only: a parent wishes to be heard about the changed plan.</summary>
    RepresentationsAfterTribunal,
}

/// <summary>That complying with one limit is impractical because of one ground. The limit stays where it is.</summary>
/// <param name="LimitCode">Of the <see cref="Rule"/>.</param>
/// <param name="From">First day closed or away; the day of a missed appointment; the day from which the circumstances hold.</param>
/// <param name="To">The day on which the school opens again; the last day away; null where there is none.</param>
internal sealed record ClaimedException(ExceptionGround Ground, string LimitCode, DateOnly From, DateOnly? To);

/// <summary>Whether a ground is open: the tests that the regulations set.</summary>
internal static class ExceptionTests
{
    private const int FourWeeks = 28;
    private const int TwoWeeks = 14;
    private const int Week = 7;

    /// <summary>Days on which advice has to have been asked for, both inclusive; null when the closure is too short.</summary>
    /// <param name="closed">First day closed.</param>
    /// <param name="reopens">First day open again.</param>
    public static (DateOnly First, DateOnly Last)? Window(DateOnly closed, DateOnly reopens) =>
        reopens.DayNumber - closed.DayNumber >= FourWeeks ? (closed.AddDays(-Week), reopens.AddDays(-Week)) : null;

    /// <param name="due">The limit that it is claimed for.</param>
    /// <param name="happened">What is believed to have happened.</param>
    /// <returns>Why it is not open, in words for the officer; null when it is.</returns>
    public static string? Problem(ClaimedException claim, DueDate due, IReadOnlyList<Happening> happened)
    {
        if (!due.Rule.Exceptions.Contains(claim.Ground))
        {
            return "The regulations do not name this ground for this limit";
        }

        var starts = due.From.On;
        var overlaps = due.Day is not { } last || (claim.From <= last && !(claim.To < starts));
        return claim.Ground switch
        {
            ExceptionGround.SchoolClosed or ExceptionGround.EarlyYearsClosed => Closure(claim, happened),
            _ when claim.To < claim.From => "The last day is before the first",
            ExceptionGround.AwayFromTheArea => Away(claim, FourWeeks, "four weeks", overlaps),
            ExceptionGround.AwayTwoWeeksAfterTribunal => Away(claim, TwoWeeks, "two weeks", overlaps),
            ExceptionGround.AppointmentMissed => claim.From >= starts && !(claim.From > due.Day) ? null : "The appointment was not in the six weeks for this advice",
            _ => overlaps ? null : "The circumstances were not in the time of this limit",
        };
    }

    private static string? Closure(ClaimedException claim, IReadOnlyList<Happening> happened)
    {
        if (claim.To is not { } reopens || Window(claim.From, reopens) is not { } window)
        {
            return "The school has to be closed for four weeks or more without a break. Give the first day closed and the day on which it opens again";
        }

        return happened.Any(one => one is { Kind: EventKind.AdviceRequested, Adviser: Adviser.School } && one.On >= window.First && one.On <= window.Last)
            ? null
            : $"This ground is open only when the school’s advice was asked for from {Platform.Time.UkTime.Long(window.First)} to {Platform.Time.UkTime.Long(window.Last)}";
    }

    private static string? Away(ClaimedException claim, int days, string words, bool overlaps) => claim.To is not { } last || last.DayNumber - claim.From.DayNumber + 1 < days
        ? $"The time away has to be {words} or more without a break. Give the first and the last day"
        : overlaps ? null : "The time away was not in the time of this limit";
}
