using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>How often time limits were kept in a period. Days count as in the rules; a limit that was missed and is still open counts as missed.</summary>
internal static class Timeliness
{
    /// <summary>SEND Regulations 2014, reg 13(2).</summary>
    public const int DaysToFinal = 7 * 20;

    /// <summary>SEND Regulations 2014, reg 5(1) for the decision, and reg 8 for advice.</summary>
    public const int DaysToDecide = 7 * 6;

    /// <summary>SEND Regulations 2014, regs 20(10) and 21.</summary>
    public const int DaysToReviewDecision = 7 * 4;

    /// <summary>R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin).</summary>
    public const int DaysToReviewFinal = 7 * 12;

    /// <summary>A local target beside the law's six weeks, never in their place.</summary>
    public const int DaysToPsychologist = 7 * 12;

    /// <summary>Counted as the Department for Education counts: plans that were sent in the period, whenever they were asked for.</summary>
    /// <param name="withExceptions">False leaves out, above and below the line, each record with an exception to the 20 weeks.</param>
    public static Share FinalInTwentyWeeks(IEnumerable<RecordFacts> records, DateOnly from, DateOnly until, bool withExceptions)
    {
        var sent = records.Where(record => !record.IsMovedIn && (withExceptions || !record.HasException) && IsIn(record.First(FinalSent), from, until)).ToList();
        return new(sent.Count(record => record.First(FinalSent) <= record.ReceivedOn.AddDays(DaysToFinal)), sent.Count);
    }

    /// <summary>Of the requests whose sixth week ended in the period.</summary>
    public static Share DecidedInSixWeeks(IEnumerable<RecordFacts> records, DateOnly from, DateOnly until) =>
        InSixWeeks(records, from, until, DecidedToAssess, DecidedNotToAssess);

    /// <inheritdoc cref="DecidedInSixWeeks"/>
    public static Share HeardInSixWeeks(IEnumerable<RecordFacts> records, DateOnly from, DateOnly until) => InSixWeeks(records, from, until, HeardAtPanel);

    /// <summary>Of the decisions to assess whose twelfth week ended in the period; those who still wait count as missed.</summary>
    public static Share PsychologistInTwelveWeeks(IEnumerable<RecordFacts> records, DateOnly from, DateOnly until)
    {
        var due = records.Where(record => record.First(DecidedToAssess) is { } decided && IsIn(decided.AddDays(DaysToPsychologist), from, until)
            && record.Facts.Any(fact => fact is { Kind: AdviceRequested, Adviser: Adviser.EducationalPsychologist })).ToList();
        return new(
            due.Count(record => record.Facts.Any(fact => fact is { Kind: AdviceReceived, Adviser: Adviser.EducationalPsychologist }
                && fact.On <= record.First(DecidedToAssess)!.Value.AddDays(DaysToPsychologist))),
            due.Count);
    }

    /// <summary>Of the review meetings whose fourth week ended in the period.</summary>
    public static Share ReviewDecisionsInFourWeeks(IEnumerable<RecordFacts> records, DateOnly from, DateOnly until)
    {
        var due = Reviews.Of(records).Where(review => IsIn(review.HeldOn.AddDays(DaysToReviewDecision), from, until)).ToList();
        return new(due.Count(review => review.DecidedOn <= review.HeldOn.AddDays(DaysToReviewDecision)), due.Count);
    }

    /// <summary>Of the reviews that ended in changes and whose twelfth week ended in the period.</summary>
    public static Share ReviewFinalsInTwelveWeeks(IEnumerable<RecordFacts> records, DateOnly from, DateOnly until)
    {
        var due = Reviews.Of(records).Where(review => review.IsToChange && IsIn(review.HeldOn.AddDays(DaysToReviewFinal), from, until)).ToList();
        return new(due.Count(review => review.FinalOn <= review.HeldOn.AddDays(DaysToReviewFinal)), due.Count);
    }

    private static Share InSixWeeks(IEnumerable<RecordFacts> records, DateOnly from, DateOnly until, params IReadOnlyList<EventKind> done)
    {
        var due = records.Where(record => !record.IsMovedIn && IsIn(record.ReceivedOn.AddDays(DaysToDecide), from, until) && !(record.LeftOn <= record.ReceivedOn.AddDays(DaysToDecide))).ToList();
        return new(due.Count(record => record.First(done) <= record.ReceivedOn.AddDays(DaysToDecide)), due.Count);
    }

    private static bool IsIn(DateOnly? day, DateOnly from, DateOnly until) => day >= from && day <= until;
}
