using Medway.LocalOffer.Ehcp.Contracts;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Audits;

/// <summary>An audit that is finished.</summary>
internal sealed record FinishedAudit(AuditKind Kind, AuditGrade Grade, Guid UnitId, DateOnly On);

/// <param name="Journeys">Action 4.3.</param>
/// <param name="Quotas">Action 3.7.</param>
internal sealed record AuditDuties(IReadOnlyList<QuotaPeriod> Journeys, IReadOnlyList<QuotaPeriod> Quotas);

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
        var units = await frame.UnitsAsync(FrameOf(kind), new DateOnly(until.Year, 1, 1), until, cancellationToken);
        return Share(kind, units, finished, until);
    }

    /// <summary>
    /// Each two months that ended since the plan was loaded: four journeys, and the share of plans and reviews of the year so far. One that was missed
    /// stays missed. Four statements, however many audits and periods there are.
    /// </summary>
    public async Task<AuditDuties> DutiesAsync(CancellationToken cancellationToken)
    {
        var periods = await PeriodsAsync(cancellationToken);
        if (periods.Count == 0)
        {
            return new([], []);
        }

        var finished = await FinishedAsync(cancellationToken);
        var (begin, end) = (new DateOnly(periods[0].Until.Year, 1, 1), periods[^1].Until);
        var plans = await frame.UnitsAsync(AuditFrameKind.NewPlans, begin, end, cancellationToken);
        var reviews = await frame.UnitsAsync(AuditFrameKind.Reviews, begin, end, cancellationToken);
        return new(
            [
                .. periods.Select(period =>
                {
                    var done = finished.Count(one => one.Kind == AuditKind.Journeys && one.On >= period.From && one.On <= period.Until);
                    return new QuotaPeriod(period, done >= AuditRules.Journeys, $"{done} of {AuditRules.Journeys} journeys");
                }),
            ],
            [
                .. periods.Select(period =>
                {
                    var ofPlans = Share(AuditKind.NewPlans, plans, finished, period.Until);
                    var ofReviews = Share(AuditKind.Reviews, reviews, finished, period.Until);
                    return new QuotaPeriod(
                        period,
                        ofPlans.Audited >= AuditRules.Quota(AuditKind.NewPlans, ofPlans.All) && ofReviews.Audited >= AuditRules.Quota(AuditKind.Reviews, ofReviews.All),
                        $"{ofPlans.Audited} of {ofPlans.All} new plans, {ofReviews.Audited} of {ofReviews.All} reviews");
                }),
            ]);
    }

    /// <summary>Of the year so far.</summary>
    private static (int Audited, int All) Share(AuditKind kind, IReadOnlyList<AuditUnit> units, IReadOnlyList<FinishedAudit> finished, DateOnly until)
    {
        var here = units.Where(unit => unit.On.Year == until.Year && unit.On <= until).Select(unit => unit.Id).ToHashSet();
        return (finished.Where(one => one.Kind == kind && one.On <= until).Select(one => one.UnitId).Distinct().Count(here.Contains), here.Count);
    }

    private async Task<IReadOnlyList<KpiPeriod>> PeriodsAsync(CancellationToken cancellationToken)
    {
        var loaded = await context.Plans.OrderBy(plan => plan.LoadedAt).Select(plan => (DateTimeOffset?)plan.LoadedAt).FirstOrDefaultAsync(cancellationToken);
        return loaded is { } at
            ? [.. KpiPeriods.Ended(KpiFrequency.TwoMonths, clock.Today(), MostPeriods).Where(period => period.From >= UkTime.DateIn(at)).Reverse()]
            : [];
    }
}
