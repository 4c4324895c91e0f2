using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>
/// Two rows turned out to be one child, or two children after all: each record goes with whoever People says its row belongs to now. Asked anew each time,
/// so that events that come twice, late or in a chain end in the same. Two open records of one child stay until staff close one.
/// </summary>
internal sealed class FollowKeptChild(EhcpDbContext context, IPeople people, TouchpointData touchpoints, AfterDeath after, AuditTrail audit)
    : IHandleEvent<PersonsMerged>, IHandleEvent<MergeUndone>
{
    public Task HandleAsync(PersonsMerged @event, CancellationToken cancellationToken) => FollowAsync([@event.FromId, @event.IntoId], cancellationToken);

    public Task HandleAsync(MergeUndone @event, CancellationToken cancellationToken) => FollowAsync([@event.FromId, @event.IntoId], cancellationToken);

    private async Task FollowAsync(List<Guid> rows, CancellationToken cancellationToken)
    {
        foreach (var id in await context.Records.Where(record => rows.Contains(record.ChildId) || rows.Contains(record.LoggedForId!.Value))
            .OrderBy(record => record.Id).Select(record => record.Id).ToListAsync(cancellationToken))
        {
            await context.LockRecordAsync(id, cancellationToken);
            var record = await context.Records.SingleAsync(record => record.Id == id, cancellationToken);
            var logged = record.LoggedForId ?? record.ChildId;
            if ((await people.FindAsync([logged], cancellationToken)).GetValueOrDefault(logged) is { } child)
            {
                await MoveAsync(record, logged, child.Id, cancellationToken);
                await (child.DiedOn is null ? after.GoOnAsync(id, isOfChild: false, cancellationToken) : touchpoints.DiedAsync(child.Id, cancellationToken));
            }
        }
    }

    private async Task MoveAsync(EhcRecord record, Guid logged, Guid kept, CancellationToken cancellationToken)
    {
        if (record.ChildId == kept)
        {
            return;
        }

        audit.Record(
            context, EhcpAudit.ChildFollowed, EhcRecord.Subject, record.Id, personIds: [record.ChildId, kept], changes: [new AuditChange("child", $"{record.ChildId}", $"{kept}")]);
        (record.ChildId, record.LoggedForId) = (kept, kept == logged ? null : logged);
        await context.SaveChangesAsync(cancellationToken);
    }
}
