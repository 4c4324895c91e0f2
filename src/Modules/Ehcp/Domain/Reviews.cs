using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>One review meeting and what came of it.</summary>
/// <param name="DecidedOn">Null while nothing is decided.</param>
/// <param name="IsToChange">It was decided to change the plan.</param>
/// <param name="FinalOn">The changed plan was sent; null while it was not.</param>
internal sealed record Review(DateOnly HeldOn, DateOnly? DecidedOn, bool IsToChange, DateOnly? FinalOn);

internal static class Reviews
{
    public static IEnumerable<Review> Of(IEnumerable<RecordFacts> records) => records.SelectMany(Of);

    /// <summary>Meetings without a decision, of plans that go on.</summary>
    public static IEnumerable<Review> Undecided(IEnumerable<RecordFacts> records) => records.Where(record => !record.IsOver).SelectMany(Of).Where(review => review.DecidedOn is null);

    /// <summary>
    /// Last day of the 12 months in which the plan has to be reviewed (Children and Families Act 2014, s44(1)), or of the three after it came from another
    /// council (SEND Regulations 2014, reg 15(5)); null where there is no plan.
    /// </summary>
    public static DateOnly? NextDue(RecordFacts record) =>
        record.IsOver || record.Facts.LastOrDefault(fact => fact.Kind is FinalSent or ReviewDecidedToKeep or AmendmentServed or PlanTransferredIn) is not { } last ? null
            : last.On.AddMonths(last.Kind == PlanTransferredIn ? 3 : 12).AddDays(-1);

    private static IEnumerable<Review> Of(RecordFacts record)
    {
        for (var place = 0; place < record.Facts.Count; place++)
        {
            if (record.Facts[place].Kind == ReviewMeetingHeld)
            {
                var after = record.Facts.Skip(place + 1).TakeWhile(fact => fact.Kind != ReviewMeetingHeld).ToList();
                var decision = after.Find(fact => fact.Kind is ReviewDecidedToKeep or AmendmentServed or DecidedToCease);
                yield return new Review(
                    record.Facts[place].On, decision?.On, decision?.Kind == AmendmentServed, after.Find(fact => fact.Kind == AmendedFinalSent)?.On);
            }
        }
    }
}
