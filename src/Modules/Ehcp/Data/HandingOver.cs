using Medway.LocalOffer.Ehcp.Absences;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>Another officer looks after a record from now on, and the family hears of it (CW-01). Why is for the trail, and never for the family.</summary>
internal sealed class HandingOver(EhcpDbContext context, RecordReader reader, Planner planner, Covering covering, AuditTrail audit, TimeProvider clock)
{
    public async Task MoveAsync(EhcRecord record, Guid toAccountId, string reason, CancellationToken cancellationToken)
    {
        var from = record.CoordinatorId;
        (record.CoordinatorId, record.CoverId) = (toAccountId, await covering.CoverOfAsync(toAccountId, cancellationToken));
        audit.Record(
            context, EhcpAudit.HandedOver, EhcRecord.Subject, record.Id, reason, [new AuditChange("coordinator", $"{from}", $"{toAccountId}")], personIds: [record.ChildId]);
        await context.SaveChangesAsync(cancellationToken);
        if (record.IsOver)
        {
            return;
        }

        await context.LockRecordAsync(record.Id, cancellationToken);
        if (await reader.ReadAsync(record.Id, null, cancellationToken) is { } read)
        {
            await planner.StartAsync(read, OtherStart.OfficerChanged, new Cause($"{toAccountId} {clock.Today():yyyy-MM-dd}", clock.Today()), cancellationToken);
        }
    }
}
