namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>The colour of a part. The order is the order of a step: an override moves by one.</summary>
internal enum Brag
{
    /// <summary>Nobody can tell: never reported, or not for two boards.</summary>
    Grey,

    Red,
    Amber,
    Green,

    /// <summary>Done, and shown by somebody else to have made the difference.</summary>
    Blue,
}

/// <summary>A colour with the rule that gave it, in words.</summary>
internal sealed record BragResult(Brag Colour, string Why);

/// <summary>
/// The truth table of the tracker: the first rule that matches decides, so that overdue beats silent and nobody's opinion beats either.
/// Complete without its impact shown is Amber, never Blue.
/// </summary>
internal static class BragRules
{
    /// <summary>Below this share of its steps, a part that is due by the next board is in danger.</summary>
    public const int StepsNearDue = 75;

    /// <summary>Boards without an update after which nobody can tell.</summary>
    public const int CyclesUntilGrey = 2;

    /// <summary>Periods for which the impact must have been met.</summary>
    public const int PeriodsOfImpact = 2;

    public static BragResult Of(PartFacts part)
    {
        if (part.IsComplete && part.PeriodsMet >= PeriodsOfImpact)
        {
            return new(Brag.Blue, "All is done, and somebody who did not do it has seen the difference in two periods.");
        }

        if (!part.HasReported && !part.HasClosedCycle)
        {
            return new(Brag.Grey, "Not yet reported: no board has met since it was loaded.");
        }

        if (part.DaysPastDue > 0 && !part.IsComplete)
        {
            return new(Brag.Red, "Its date has passed and it is not done.");
        }

        if (part.Moves >= 2)
        {
            return new(Brag.Red, "Its date was moved twice or more.");
        }

        if (part.MissedPeriods > 0)
        {
            return new(Brag.Red, part.MissedPeriods == 1 ? "It comes back, and one time nothing was done." : $"It comes back, and {part.MissedPeriods} times nothing was done.");
        }

        if (part.Numbers.Worse is { } worse)
        {
            return new(Brag.Red, $"Its number {worse} was worse than it should be, twice in a row.");
        }

        if (part.CyclesSinceUpdate >= CyclesUntilGrey)
        {
            return new(Brag.Grey, "No update for two boards.");
        }

        if (part.Numbers.IsWithoutData)
        {
            return new(Brag.Grey, "The plan names a number for it, and nobody has a figure.");
        }

        return Middle(part) is { } why ? new(Brag.Amber, why) : new(Brag.Green, "On its way, with an update for this board and evidence that is in date.");
    }

    private static string? Middle(PartFacts part) => part switch
    {
        { IsComplete: true } => "Done, and not yet shown to have made a difference.",
        { IsDueWithinOneCycle: true, StepsDone: < StepsNearDue } => $"Due by the next board, with under {StepsNearDue} % of its steps done.",
        { Moves: 1 } => "Its date was moved once.",
        { CyclesSinceUpdate: > 0 } => "No update for the last board.",
        { HasEvidenceInDate: false } => "No evidence that is in date.",
        _ => null,
    };
}
