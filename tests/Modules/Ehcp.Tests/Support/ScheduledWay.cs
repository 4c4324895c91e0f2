using Medway.LocalOffer.Ehcp.Domain;
using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <param name="Day">From the first day of the test.</param>
internal sealed record ScheduledStep(EventKind Kind, int Day, Adviser? Adviser = null);

/// <summary>A history that a schedule begins with; everything of it was written down on the first day.</summary>
/// <param name="Born">When the child was born.</param>
/// <param name="Planned">Codes of touchpoints that the last event has started and whose day is to come.</param>
internal sealed record ScheduledWay(DateOnly Born, IReadOnlyList<ScheduledStep> Steps, params IReadOnlyList<string> Planned)
{
    /// <summary>A Tuesday; a move of phase, Easter, the change of the clocks and three bank holidays are to come.</summary>
    public static readonly DateOnly FirstDay = new(2026, 1, 6);

    public static readonly DateOnly MovesOn = new(2026, 9, 1);

    private static readonly DateOnly AtPrimarySchool = new(2017, 3, 10);
    private static readonly DateOnly TurnsSixteenThisYear = new(2009, 12, 1);

    public static readonly ScheduledWay JustAsked = new(AtPrimarySchool, [new(RequestReceived, 0)], "NA-04");

    public static readonly ScheduledWay WaitsForAdvice = new(
        AtPrimarySchool, [new(RequestReceived, -40), new(DecidedToAssess, 0), new(AdviceRequested, 0, Adviser.School), new(AdviceRequested, 0, Adviser.Health)]);

    public static readonly ScheduledWay HasAPlan = new(
        AtPrimarySchool, [new(RequestReceived, -130), new(DecidedToAssess, -95), new(DecidedToIssue, -40), new(DraftServed, -30), new(DraftAnswered, -20), new(FinalSent, 0)], "NA-19", "NA-20");

    public static readonly ScheduledWay MovesSchool = new(
        AtPrimarySchool, [new(RequestReceived, -330), new(DecidedToAssess, -295), new(DecidedToIssue, -240), new(DraftServed, -230), new(DraftAnswered, -220), new(FinalSent, -200), new(PhaseTransfer, MovesOn.DayNumber - FirstDay.DayNumber)]);

    public static readonly ScheduledWay BecomesAYoungPerson = new(
        TurnsSixteenThisYear, [new(RequestReceived, -230), new(DecidedToAssess, -195), new(DecidedToIssue, -140), new(DraftServed, -130), new(DraftAnswered, -120), new(FinalSent, -100)]);

    public static readonly IReadOnlyList<ScheduledWay> All = [JustAsked, WaitsForAdvice, HasAPlan, MovesSchool, BecomesAYoungPerson];
}
