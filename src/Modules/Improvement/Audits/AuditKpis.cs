using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Improvement.Audits;

/// <summary>What audits count to: K04 to K07.</summary>
internal sealed class AuditKpis(AuditCounts counts, TimeProvider clock) : IKpiSource
{
    public const string Good = "improvement.audits-good";
    public const string NewPlans = "improvement.new-plans-audited";
    public const string Reviews = "improvement.reviews-audited";
    public const string Journeys = "improvement.journeys-audited";

    public IReadOnlyList<Kpi> Kpis =>
    [
        new(Good, "Audited plans and reviews that are Good or better", "Graded Good or better", "Audits of plans and reviews finished in the period"),
        new(NewPlans, "New plans audited", "New plans whose audit is finished", "New plans sent in the year so far"),
        new(Reviews, "Annual reviews audited", "Review meetings whose audit is finished", "Review meetings held in the year so far"),
        new(Journeys, "Journeys audited", "Journeys whose audit was finished in the period", Denominator: null),
    ];

    public async Task<KpiValue?> ValueAsync(string code, KpiPeriod period, CancellationToken cancellationToken)
    {
        var finished = await counts.FinishedAsync(cancellationToken);
        var here = finished.Where(one => one.On >= period.From && one.On <= period.Until).ToList();
        return code switch
        {
            Good => Share(code, period, here.Count(one => one.Kind != AuditKind.Journeys && AuditRules.IsGoodOrBetter(one.Grade)), here.Count(one => one.Kind != AuditKind.Journeys)),
            NewPlans => Share(code, period, await counts.OfYearAsync(AuditKind.NewPlans, period.Until, finished, cancellationToken)),
            Reviews => Share(code, period, await counts.OfYearAsync(AuditKind.Reviews, period.Until, finished, cancellationToken)),
            Journeys when finished.Count > 0 => new KpiValue(code, period, here.Count(one => one.Kind == AuditKind.Journeys), Denominator: null, clock.GetUtcNow(), IsSuppressed: false),
            _ => null,
        };
    }

    private KpiValue? Share(string code, KpiPeriod period, (int Part, int Whole) share) => Share(code, period, share.Part, share.Whole);

    private KpiValue? Share(string code, KpiPeriod period, int part, int whole) => whole == 0
        ? null
        : new KpiValue(code, period, part, whole, clock.GetUtcNow(), SmallNumbers.Usual.Percent(part, whole) is null);
}
