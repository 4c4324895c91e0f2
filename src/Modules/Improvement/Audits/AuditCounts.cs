using Medway.LocalOffer.Ehcp.Contracts;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Audits;

/// <summary>An audit that is finished.</summary>
internal sealed record FinishedAudit(AuditKind Kind, AuditGrade Grade, Guid UnitId, DateOnly On);

/// <summary>Counts audits against the quotas of the plan: 4 journeys every two months (4.3), 15% of new plans and 10% of reviews a year (3.7).</summary>
internal sealed class AuditCounts(ImprovementDbContext context, IAuditFrame frame, TimeProvider clock)
{
    public const string JourneysPart = "4.3";
    public const string QuotasPart = "3.7b";

    /// <summary>Ten years: longer than a plan lasts.</summary>
    private const int MostPeriods = 60;

    /// <summary>Whether audits show that this part was done: nobody then writes it down by hand.</summary>
    public static bool Keeps(string reference) => reference is JourneysPart or QuotasPart;

    public static AuditFrameKind FrameOf(AuditKind kind) => kind switch
    {
        AuditKind.NewPlans => AuditFrameKind.NewPlans,
        AuditKind.Reviews => AuditFrameKind.Reviews,
        _ => AuditFrameKind.Journeys,
    };

    public async Task<IReadOnlyList<FinishedAudit>> FinishedAsync(CancellationToken cancellationToken)
    {
        var rows = await (
            from result in context.AuditResults
            join item in context.AuditItems on result.ItemId equals item.Id
            join draw in context.AuditDraws on item.DrawId equals draw.Id
            select new { draw.Kind, result.Grade, item.UnitId, result.At }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new FinishedAudit(row.Kind, row.Grade, row.UnitId, UkTime.DateIn(row.At)))];
    }

    /// <summary>How many of a year's plans or reviews so far, and how many of those have been audited.</summary>
    public async Task<(int Audited, int All)> OfYearAsync(AuditKind kind, DateOnly until, IReadOnlyList<FinishedAudit> finished, CancellationToken cancellationToken)
    {
        var units = (await frame.UnitsAsync(FrameOf(kind), new DateOnly(until.Year, 1, 1), until, cancellationToken)).Select(unit => unit.Id).ToHashSet();
        return (finished.Where(one => one.Kind == kind && one.On <= until).Select(one => one.UnitId).Distinct().Count(units.Contains), units.Count);
    }

    /// <summary>Each two months that ended since the plan was loaded. One that was missed stays missed.</summary>
    public async Task<IReadOnlyList<QuotaPeriod>> JourneysAsync(CancellationToken cancellationToken)
    {
        var finished = await FinishedAsync(cancellationToken);
        return
        [
            .. (await PeriodsAsync(cancellationToken)).Select(period =>
            {
                var done = finished.Count(one => one.Kind == AuditKind.Journeys && one.On >= period.From && one.On <= period.Until);
                return new QuotaPeriod(period, done >= AuditRules.Journeys, $"{done} of {AuditRules.Journeys} journeys");
            }),
        ];
    }

    /// <summary>The same for plans and reviews: the share of the year so far, at the end of each two months.</summary>
    public async Task<IReadOnlyList<QuotaPeriod>> QuotasAsync(CancellationToken cancellationToken)
    {
        var finished = await FinishedAsync(cancellationToken);
        List<QuotaPeriod> periods = [];
        foreach (var period in await PeriodsAsync(cancellationToken))
        {
            var plans = await OfYearAsync(AuditKind.NewPlans, period.Until, finished, cancellationToken);
            var reviews = await OfYearAsync(AuditKind.Reviews, period.Until, finished, cancellationToken);
            periods.Add(new QuotaPeriod(
                period,
                plans.Audited >= AuditRules.Quota(AuditKind.NewPlans, plans.All) && reviews.Audited >= AuditRules.Quota(AuditKind.Reviews, reviews.All),
                $"{plans.Audited} of {plans.All} new plans, {reviews.Audited} of {reviews.All} reviews"));
        }

        return periods;
    }

    private async Task<IReadOnlyList<KpiPeriod>> PeriodsAsync(CancellationToken cancellationToken)
    {
        var loaded = await context.Plans.OrderBy(plan => plan.LoadedAt).Select(plan => (DateTimeOffset?)plan.LoadedAt).FirstOrDefaultAsync(cancellationToken);
        return loaded is { } at
            ? [.. KpiPeriods.Ended(KpiFrequency.TwoMonths, clock.Today(), MostPeriods).Where(period => period.From >= UkTime.DateIn(at)).Reverse()]
            : [];
    }
}
