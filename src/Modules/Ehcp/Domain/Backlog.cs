using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>How much waited at the end of a day that has passed: the same counting as for today, with what had happened by then.</summary>
internal static class Backlog
{
    /// <summary>Plans whose 12 months had passed without a review.</summary>
    public static int OverdueOn(IEnumerable<RecordFacts> records, DateOnly day) => Workload.ReviewsOverdue(records.Select(record => Until(record, day)), day);

    /// <summary>Plans that had been sent, or had come from another council, and had not ended.</summary>
    public static int MaintainedOn(IEnumerable<RecordFacts> records, DateOnly day) =>
        records.Select(record => Until(record, day)).Count(record => (record.Has(FinalSent) || record.IsMovedIn) && !record.IsOver);

    /// <summary>Review meetings whose four weeks had passed without a decision.</summary>
    public static int UndecidedOn(IEnumerable<RecordFacts> records, DateOnly day) =>
        Reviews.Undecided(records.Select(record => Until(record, day))).Count(review => review.HeldOn.AddDays(Timeliness.DaysToReviewDecision) < day);

    private static RecordFacts Until(RecordFacts record, DateOnly day)
    {
        List<Fact> facts = [.. record.Facts.Where(fact => fact.On <= day)];
        return record with { Facts = facts, IsOver = facts.LastOrDefault(fact => Stages.Closes(fact.Kind) || Sequence.Overturns(fact.Kind) is not null) is { } last && Stages.Closes(last.Kind) };
    }
}
