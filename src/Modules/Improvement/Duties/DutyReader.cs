using Medway.LocalOffer.Improvement.Audits;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Duties;

/// <param name="Record">What was done; null when nothing is written down.</param>
internal sealed record DutyTime(DutyPeriod Period, DutyRecord? Record, DateOnly Today)
{
    public bool IsMissed => Record is null && Today > Period.LastDayToWrite;

    public bool MayBeWritten => Record is null && Today >= Period.From && !IsMissed;
}

/// <summary>The times of the duties that come back, but for those that audits keep.</summary>
internal sealed class DutyReader(ImprovementDbContext context, SchoolTerms terms, TimeProvider clock)
{
    /// <param name="until">Times that begin later are left out.</param>
    /// <returns>By part; empty for a part that ends.</returns>
    public async Task<ILookup<Guid, DutyTime>> ReadAsync(Guid? only, DateOnly until, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var parts = await context.Parts
            .Where(part => part.Recurring != null && part.Reference != AuditCounts.JourneysPart && part.Reference != AuditCounts.QuotasPart && (only == null || part.Id == only))
            .Join(context.Actions, part => part.ActionId, action => action.Id, (part, action) => new { part.Id, part.Recurring, part.OriginalDue, action.AreaId })
            .Join(context.Areas, part => part.AreaId, area => area.Id, (part, area) => new { part.Id, part.Recurring, part.OriginalDue, area.PlanId })
            .Join(context.Plans, part => part.PlanId, plan => plan.Id, (part, plan) => new { part.Id, part.Recurring, part.OriginalDue, plan.LoadedAt })
            .ToListAsync(cancellationToken);
        var records = (await context.DutyRecords.AsNoTracking().Where(record => only == null || record.PartId == only).ToListAsync(cancellationToken))
            .ToDictionary(record => (record.PartId, record.PeriodEnd));
        return parts.SelectMany(
                part => RecurringDuty.Periods(part.Recurring, part.OriginalDue, UkTime.DateIn(part.LoadedAt), until, terms.All),
                (part, period) => (part.Id, Time: new DutyTime(period, records.GetValueOrDefault((part.Id, period.Until)), today)))
            .ToLookup(one => one.Id, one => one.Time);
    }
}
