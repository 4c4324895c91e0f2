using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>Records that an officer looks after, so that no family is left without one. Those that are over move too: a request may follow.</summary>
internal sealed class RecordOwnership(EhcpDbContext context, RecordReader reader, Planner planner, AuditTrail audit, TimeProvider clock) : IOwnership
{
    public async Task<IReadOnlyList<Owned>> OwnedByAsync(Guid accountId, CancellationToken cancellationToken) =>
        await context.Records.CountAsync(record => record.CoordinatorId == accountId, cancellationToken) is > 0 and var count ? [new Owned("EHC records", count)] : [];

    public async Task MoveAsync(Guid fromAccountId, Guid toAccountId, string reason, CancellationToken cancellationToken)
    {
        List<EhcRecord> moved = [];
        foreach (var record in await context.Records.Where(record => record.CoordinatorId == fromAccountId).ToListAsync(cancellationToken))
        {
            record.CoordinatorId = toAccountId;
            audit.Record(
                context, EhcpAudit.HandedOver, EhcRecord.Subject, record.Id, reason, [new AuditChange("coordinator", $"{fromAccountId}", $"{toAccountId}")],
                personIds: [record.ChildId]);
            moved.Add(record);
        }

        await context.SaveChangesAsync(cancellationToken);
        foreach (var record in moved.Where(record => !record.IsOver))
        {
            await context.LockRecordAsync(record.Id, cancellationToken);
            if (await reader.ReadAsync(record.Id, null, cancellationToken) is { } read)
            {
                await planner.StartAsync(read, OtherStart.OfficerChanged, new Cause($"{toAccountId} {clock.Today():yyyy-MM-dd}", clock.Today()), cancellationToken);
            }
        }
    }
}
