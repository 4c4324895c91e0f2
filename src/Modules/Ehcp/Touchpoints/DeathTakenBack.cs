using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>A death was recorded by mistake. Nothing leaves by itself for it: an officer looks first at what was stopped.</summary>
internal sealed class DeathTakenBack(EhcpDbContext context, IPeople people, AfterDeath after) : IHandleEvent<DeathWithdrawn>
{
    public async Task HandleAsync(DeathWithdrawn @event, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@event);
        var ids = await people.RecordsOfAsync(@event.PersonId, cancellationToken);
        var records = await context.Records
            .Where(record => ids.Contains(record.ChildId) || context.Touchpoints.Any(one => one.RecordId == record.Id && one.StoppedAt != null && ids.Contains(one.PersonId)))
            .OrderBy(record => record.Id).Select(record => new { record.Id, record.ChildId }).ToListAsync(cancellationToken);
        foreach (var record in records)
        {
            await after.GoOnAsync(record.Id, ids.Contains(record.ChildId), cancellationToken);
        }
    }
}
