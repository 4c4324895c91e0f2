using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Numbers;

/// <summary>Numbers about EHC plans for the partnership (back-office Appendix D), counted from the records each time.</summary>
internal sealed class EhcpKpis(EhcpDbContext context, FactsReader reader, LedgerReader ledger, TimeProvider clock) : IKpiSource
{
    private static readonly IReadOnlyList<(Kpi Kpi, Func<IReadOnlyList<RecordFacts>, KpiPeriod, Share> Count)> All =
    [
        (new("ehcp.within-20-weeks", "Final plans that were sent within 20 weeks", "Final plans sent within 20 weeks of the request", "Final plans sent in the period"),
            (records, period) => Timeliness.FinalInTwentyWeeks(records, period.From, period.Until, withExceptions: true)),
        (new("ehcp.within-20-weeks-without-exceptions", "Final plans that were sent within 20 weeks, without those with an exception", "Final plans without an exception sent within 20 weeks", "Final plans without an exception sent in the period"),
            (records, period) => Timeliness.FinalInTwentyWeeks(records, period.From, period.Until, withExceptions: false)),
        (new("ehcp.decided-within-6-weeks", "Requests that were decided within six weeks", "Requests decided within six weeks", "Requests whose sixth week ended in the period"),
            (records, period) => Timeliness.DecidedInSixWeeks(records, period.From, period.Until)),
        (new("ehcp.heard-within-6-weeks", "Requests that the stage 1 panel heard within six weeks", "Requests heard within six weeks", "Requests whose sixth week ended in the period"),
            (records, period) => Timeliness.HeardInSixWeeks(records, period.From, period.Until)),
        (new("ehcp.psychologist-within-12-weeks", "Advice of a psychologist within 12 weeks of the decision to assess: a local target; the law says six weeks", "Advice that came within 12 weeks", "Decisions to assess whose twelfth week ended in the period"),
            (records, period) => Timeliness.PsychologistInTwelveWeeks(records, period.From, period.Until)),
        (new("ehcp.review-decided-within-4-weeks", "Reviews that were decided within four weeks of the meeting", "Reviews decided within four weeks", "Review meetings whose fourth week ended in the period"),
            (records, period) => Timeliness.ReviewDecisionsInFourWeeks(records, period.From, period.Until)),
        (new("ehcp.review-final-within-12-weeks", "Changed plans that were sent within 12 weeks of the meeting", "Changed plans sent within 12 weeks", "Reviews that ended in changes and whose twelfth week ended in the period"),
            (records, period) => Timeliness.ReviewFinalsInTwelveWeeks(records, period.From, period.Until)),
    ];

    /// <summary>Those that are counted from what people were told.</summary>
    private static readonly IReadOnlyList<(Kpi Kpi, Func<LedgerFacts, KpiPeriod, Share> Count)> OfLedger =
    [
        (new("ehcp.told-in-time", "What families were told in time, of all that we promise to tell", "Promises kept by their day", "Promises whose day fell in the period, those that were not needed too"),
            (told, period) => Promises.OnTime(told.Promises, period.From, period.Until)),
        (new("ehcp.silence-within-14-days", "Families that never heard nothing for longer than 14 days", "Records without a longer silence in the period", "Records on which a family waited for 14 days or more"),
            (told, period) => Silences.Within(told.Records, period.From, period.Until)),
        (new("ehcp.answered-in-time", "Questions of families that were answered within three working days", "Questions answered by their day", "Questions whose day fell in the period"),
            (told, period) => told.AnsweredInTime(period.From, period.Until)),
        (new("ehcp.knows-what-happens-next", "Families that know what happens next, as they say themselves", "Answers that say yes", "Answers after a decision to assess, a draft, a final plan or a review in the period"),
            (told, period) => told.KnowNext(period.From, period.Until)),
        (new("ehcp.draft-was-good", "Families for whom it was good up to the draft plan, as they say themselves", "Answers that say yes", "Answers to the form that goes with every draft in the period"),
            (told, period) => told.GoodDrafts(period.From, period.Until)),
        (new("ehcp.asked-again", "What families were asked although we held the answer", "Questions to families whose answer we held, not older than a year", "Questions to families in the period"),
            (told, period) => told.AskedAgain(period.From, period.Until)),
        (new("ehcp.reached-in-30-days", "Families that wait and were told something in the last 30 days", "Records with something told in the 30 days before the end of the period", "Records on which a family waits on its last day"),
            (told, period) => Silences.Reached(told.Records, period.Until)),
    ];

    /// <summary>How many there are on the last day of the period.</summary>
    private static readonly IReadOnlyList<(Kpi Kpi, Func<IReadOnlyList<RecordFacts>, DateOnly, int> Count)> OnTheDay =
    [
        (new("ehcp.plans-maintained", "Plans in force", "Plans that had been sent and had not ended", Denominator: null), Backlog.MaintainedOn),
        (new("ehcp.reviews-overdue", "Plans whose yearly review is overdue", "Plans whose 12 months had passed without a review", Denominator: null), Backlog.OverdueOn),
    ];

    private static readonly Kpi ByFamilies = new(
        "ehcp.asked-by-families", "Requests that came from a parent or a young person themselves", "Requests of a parent or a young person", "Requests received in the period");

    public IReadOnlyList<Kpi> Kpis => [.. All.Select(one => one.Kpi), .. OfLedger.Select(one => one.Kpi), .. OnTheDay.Select(one => one.Kpi), ByFamilies];

    public async Task<KpiValue?> ValueAsync(string code, KpiPeriod period, CancellationToken cancellationToken) => (await ValuesAsync([(code, period)], cancellationToken))[0];

    /// <summary>All records are read for most of these: once, however many numbers and periods are asked.</summary>
    public async Task<IReadOnlyList<KpiValue?>> ValuesAsync(IReadOnlyList<(string Code, KpiPeriod Period)> asked, CancellationToken cancellationToken)
    {
        IReadOnlyList<RecordFacts>? records = null;
        LedgerFacts? told = null;
        List<KpiValue?> values = [];
        foreach (var (code, period) in asked)
        {
            values.Add(await ValueAsync(code, period, Records, Told, cancellationToken));
        }

        return values;

        async Task<IReadOnlyList<RecordFacts>> Records() => records ??= await reader.ReadAsync(context.Records, cancellationToken);
        async Task<LedgerFacts> Told() => told ??= await ledger.ReadAsync(context.Records, cancellationToken);
    }

    private async Task<KpiValue?> ValueAsync(string code, KpiPeriod period, Func<Task<IReadOnlyList<RecordFacts>>> records, Func<Task<LedgerFacts>> told, CancellationToken cancellationToken)
    {
        if (OnTheDay.FirstOrDefault(one => one.Kpi.Code == code) is { Count: { } countOnTheDay })
        {
            var all = await records();
            var number = countOnTheDay(all, period.Until);
            return all.Any(record => record.ReceivedOn <= period.Until)
                ? new KpiValue(code, period, number, Denominator: null, clock.GetUtcNow(), SmallNumbers.Usual.Count(number).IsHidden)
                : null;
        }

        Share? share = null;
        if (code == ByFamilies.Code)
        {
            var asked = await context.Records.Where(record => record.ReceivedOn >= period.From && record.ReceivedOn <= period.Until)
                .GroupBy(record => record.AskedBy).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
            share = new Share(asked.Where(one => one.Key is Asker.Parent or Asker.YoungPerson).Sum(one => one.Count), asked.Sum(one => one.Count));
        }

        if (All.FirstOrDefault(one => one.Kpi.Code == code) is { Count: { } count })
        {
            share = count(await records(), period);
        }
        else if (OfLedger.FirstOrDefault(one => one.Kpi.Code == code) is { Count: { } countTold })
        {
            share = countTold(await told(), period);
        }

        return share is { Whole: > 0 } some
            ? new KpiValue(code, period, some.Part, some.Whole, clock.GetUtcNow(), IsSuppressed: SmallNumbers.Usual.Percent(some.Part, some.Whole) is null)
            : null;
    }
}
