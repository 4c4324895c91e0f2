using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Ehcp.Features.Numbers;

/// <summary>Numbers about EHC plans for the partnership (back-office Appendix D), counted from the records each time.</summary>
internal sealed class EhcpKpis(EhcpDbContext context, FactsReader reader, TimeProvider clock) : IKpiSource
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

    public IReadOnlyList<Kpi> Kpis => [.. All.Select(one => one.Kpi)];

    public async Task<KpiValue?> ValueAsync(string code, KpiPeriod period, CancellationToken cancellationToken)
    {
        if (All.FirstOrDefault(one => one.Kpi.Code == code) is not { Count: { } count })
        {
            return null;
        }

        var share = count(await reader.ReadAsync(context.Records, cancellationToken), period);
        return share.Whole == 0
            ? null
            : new KpiValue(code, period, share.Part, share.Whole, clock.GetUtcNow(), IsSuppressed: SmallNumbers.Usual.Percent(share.Part, share.Whole) is null);
    }
}
