using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>What one person was told about a record, as far as counting needs it.</summary>
/// <param name="Since">From when it concerns them; null when it always did.</param>
/// <param name="ToldOn">Days on which they were told something useful, in order.</param>
internal sealed record PersonLedger(DateOnly? Since, IReadOnlyList<DateOnly> ToldOn);

/// <param name="Persons">Nobody when nobody may be told.</param>
internal sealed record RecordLedger(RecordFacts Facts, IReadOnlyList<PersonLedger> Persons);

/// <summary>How long families hear nothing while they wait (back-office Appendix D, "silence"). It counts from the request, whenever that was written down.</summary>
internal static class Silences
{
    public const int Longest = 14;
    private const int DaysOfReach = 30;

    private static readonly EventKind[] EndWaiting = [FinalSent, PlanTransferredIn, ReviewDecidedToKeep, AmendedFinalSent, DecidedNotToAmend, DecidedNotToAssess, DecidedNotToIssue, DecidedToCease, RequestWithdrawn, ResponsibilityMoved, PlanTransferredOut];
    private static readonly EventKind[] BeginWaiting = [DecidedToAssess, AdviceRequested, DecidedToIssue, DraftServed, ReviewMeetingHeld, AmendmentServed];

    private static readonly (string Name, int LastDay)[] Lengths =
        [("Up to 7 days", 7), ("8 to 10 days", 10), ("11 to 14 days", Longest), ("15 to 21 days", 21), ("22 to 28 days", 28), ("Over 28 days", int.MaxValue)];

    /// <summary>Of the records that waited for 14 days or more: those on which nobody heard nothing for longer than that in the period.</summary>
    public static Share Within(IEnumerable<RecordLedger> records, DateOnly from, DateOnly until)
    {
        var gaps = Gaps(records, from, until).ToList();
        return new(gaps.Count(days => days <= Longest), gaps.Count);
    }

    /// <summary>The same records by their longest silence.</summary>
    public static IReadOnlyList<Band> Curve(IEnumerable<RecordLedger> records, DateOnly from, DateOnly until)
    {
        var gaps = Gaps(records, from, until).ToList();
        return [.. Lengths.Select((length, place) => new Band(length.Name, gaps.Count(days => days <= length.LastDay && (place == 0 || days > Lengths[place - 1].LastDay))))];
    }

    /// <returns>The longest silences in days, the longest first.</returns>
    public static IReadOnlyList<int> Worst(IEnumerable<RecordLedger> records, DateOnly from, DateOnly until, int most) => [.. Gaps(records, from, until).OrderDescending().Take(most)];

    /// <summary>Of the records that wait on the last day of the period: those on which somebody was told something in the thirty days before it.</summary>
    public static Share Reached(IEnumerable<RecordLedger> records, DateOnly until)
    {
        var open = records.Where(record => Waits(record.Facts).Any(wait => wait.From <= until && (wait.To is null || wait.To > until))).ToList();
        return new(open.Count(record => record.Persons.Any(person => person.ToldOn.Any(day => day > until.AddDays(-DaysOfReach) && day <= until))), open.Count);
    }

    private static IEnumerable<int> Gaps(IEnumerable<RecordLedger> records, DateOnly from, DateOnly until) =>
        records.Select(record => Gap(record, from, until)).OfType<int>();

    /// <returns>The longest silence that lasted into the period; null when the record did not wait for 14 days.</returns>
    private static int? Gap(RecordLedger record, DateOnly from, DateOnly until)
    {
        int? longest = null;
        foreach (var (begins, ends) in Waits(record.Facts))
        {
            var end = ends < until ? ends.Value : until;
            if (end < from || end.DayNumber - begins.DayNumber < Longest)
            {
                continue;
            }

            foreach (var person in record.Persons.DefaultIfEmpty(new PersonLedger(null, [])))
            {
                var since = person.Since > begins ? person.Since.Value : begins;
                List<DateOnly> days = [since, .. person.ToldOn.Where(day => day > since && day < end), end];
                var gaps = days.Zip(days.Skip(1)).Where(gap => gap.Second >= from).Select(gap => gap.Second.DayNumber - gap.First.DayNumber);
                longest = gaps.Append(longest ?? 0).Max();
            }
        }

        return longest;
    }

    /// <summary>From when to when the family waits for somebody.</summary>
    private static IEnumerable<(DateOnly From, DateOnly? To)> Waits(RecordFacts record)
    {
        DateOnly? since = record.ReceivedOn;
        foreach (var fact in record.Facts)
        {
            if (since is { } begun && EndWaiting.Contains(fact.Kind))
            {
                yield return (begun, fact.On);
                since = null;
            }
            else if (since is null && BeginWaiting.Contains(fact.Kind))
            {
                since = fact.On;
            }
        }

        if (since is { } open)
        {
            yield return (open, null);
        }
    }
}
