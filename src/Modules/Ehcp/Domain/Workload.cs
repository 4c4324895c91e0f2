using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <param name="Name">As "7 to 12 weeks".</param>
internal sealed record Band(string Name, int Count);

/// <summary>Advice of one kind of adviser that was asked for in a period.</summary>
/// <param name="InTime">Came within six weeks.</param>
/// <param name="CameLate">Came after them.</param>
/// <param name="Waiting">Has not come, and is not late.</param>
/// <param name="Late">Has not come, and is late.</param>
/// <param name="MedianDays">From asking to receiving, of what came; null when nothing did.</param>
/// <param name="NineInTenDays">Nine in ten of what came took as long or less: the 90th centile, by nearest rank.</param>
internal sealed record AdviceCount(Adviser Adviser, int InTime, int CameLate, int Waiting, int Late, int? MedianDays, int? NineInTenDays)
{
    public int Asked => InTime + CameLate + Waiting + Late;
}

/// <summary>What lies on the desks today, and what became of requests.</summary>
internal static class Workload
{
    private static readonly (string Name, int LastDay)[] RequestAges =
    [
        ("Up to 6 weeks", 7 * 6), ("7 to 12 weeks", 7 * 12), ("13 to 16 weeks", 7 * 16), ("17 to 20 weeks", 7 * 20),
        ("21 to 26 weeks", 7 * 26), ("27 to 52 weeks", 7 * 52), ("Over 52 weeks", int.MaxValue),
    ];

    private static readonly (string Name, int LastDay)[] ReviewAges =
        [("Up to 4 weeks, in time", 7 * 4), ("5 to 8 weeks", 7 * 8), ("9 to 12 weeks", 7 * 12), ("13 to 26 weeks", 7 * 26), ("Over 26 weeks", int.MaxValue)];

    /// <summary>Requests on which there is no final plan and no refusal yet, by their age.</summary>
    public static IReadOnlyList<Band> OpenByAge(IEnumerable<RecordFacts> records, DateOnly today) =>
        Banded(RequestAges, records.Where(IsWaitingForAPlan).Select(record => today.DayNumber - record.ReceivedOn.DayNumber));

    public static int OpenPastTwentyWeeks(IEnumerable<RecordFacts> records, DateOnly today) =>
        records.Count(record => IsWaitingForAPlan(record) && record.ReceivedOn.AddDays(Timeliness.DaysToFinal) < today);

    /// <summary>Review meetings without a decision, by the age of the meeting.</summary>
    public static IReadOnlyList<Band> ReviewsByAge(IEnumerable<RecordFacts> records, DateOnly today) =>
        Banded(ReviewAges, Reviews.Undecided(records).Select(review => today.DayNumber - review.HeldOn.DayNumber));

    public static int ReviewsOverdue(IEnumerable<RecordFacts> records, DateOnly today) => records.Count(record => Reviews.NextDue(record) < today);

    /// <summary>How far the requests of a period have come until now.</summary>
    public static IReadOnlyList<Band> Funnel(IEnumerable<RecordFacts> records, DateOnly from, DateOnly until)
    {
        var asked = AskedFor(records, from, until);
        return
        [
            new("Asked for", asked.Count),
            new("Decided", asked.Count(record => record.First(DecidedToAssess, DecidedNotToAssess) is not null)),
            new("To assess", asked.Count(record => record.Has(DecidedToAssess))),
            new("Plan to be made", asked.Count(record => record.Has(DecidedToIssue))),
            new("Draft sent", asked.Count(record => record.Has(DraftServed))),
            new("Final plan sent", asked.Count(record => record.Has(FinalSent))),
        ];
    }

    /// <summary>Refusals and appeals among the requests of a period.</summary>
    public static IReadOnlyList<Band> Refused(IEnumerable<RecordFacts> records, DateOnly from, DateOnly until)
    {
        var asked = AskedFor(records, from, until);
        return
        [
            new("No assessment", asked.Count(record => record.Has(DecidedNotToAssess))),
            new("No plan", asked.Count(record => record.Has(DecidedNotToIssue))),
            new("Appealed", asked.Count(record => record.Has(Appealed))),
        ];
    }

    /// <summary>Advice that was asked for in a period, by who gives it. Late is judged by the law's six weeks, with and without an exception.</summary>
    public static IReadOnlyList<AdviceCount> Advice(IEnumerable<RecordFacts> records, DateOnly from, DateOnly until, DateOnly today)
    {
        var asked = records.SelectMany(AdviceOf).Where(one => one.AskedOn >= from && one.AskedOn <= until).ToLookup(one => one.Adviser);
        return [.. Enum.GetValues<Adviser>().Where(asked.Contains).Select(adviser => Counted(adviser, [.. asked[adviser]], today))];
    }

    private static AdviceCount Counted(Adviser adviser, List<Asked> asked, DateOnly today)
    {
        var days = asked.Where(one => one.CameOn is not null).Select(one => one.CameOn!.Value.DayNumber - one.AskedOn.DayNumber).Order().ToList();
        return new AdviceCount(
            adviser,
            asked.Count(one => one.CameOn <= one.DueOn),
            asked.Count(one => one.CameOn > one.DueOn),
            asked.Count(one => one.CameOn is null && !one.FellAway && one.DueOn >= today),
            asked.Count(one => one.CameOn is null && !one.FellAway && one.DueOn < today),
            days.Count == 0 ? null : days[days.Count / 2],
            days.Count == 0 ? null : days[((days.Count * 9) + 9) / 10 - 1]);
    }

    private static IEnumerable<Asked> AdviceOf(RecordFacts record)
    {
        for (var place = 0; place < record.Facts.Count; place++)
        {
            if (record.Facts[place] is { Kind: AdviceRequested, Adviser: { } adviser, On: var on })
            {
                var came = record.Facts.Skip(place + 1).FirstOrDefault(fact => fact.Kind == AdviceReceived && fact.Adviser == adviser);
                yield return new Asked(adviser, on, came?.On, record.First(FinalSent, DecidedNotToIssue) is not null);
            }
        }
    }

    private static List<RecordFacts> AskedFor(IEnumerable<RecordFacts> records, DateOnly from, DateOnly until) =>
        [.. records.Where(record => !record.IsMovedIn && record.ReceivedOn >= from && record.ReceivedOn <= until)];

    private static bool IsWaitingForAPlan(RecordFacts record) => !record.IsOver && !record.IsMovedIn && !record.Has(FinalSent);

    private static List<Band> Banded((string Name, int LastDay)[] bands, IEnumerable<int> days)
    {
        var counts = new int[bands.Length];
        foreach (var day in days)
        {
            counts[Array.FindIndex(bands, band => day <= band.LastDay)]++;
        }

        return [.. bands.Zip(counts, (band, count) => new Band(band.Name, count))];
    }

    private sealed record Asked(Adviser Adviser, DateOnly AskedOn, DateOnly? CameOn, bool FellAway)
    {
        public DateOnly DueOn => AskedOn.AddDays(Timeliness.DaysToDecide);
    }
}
