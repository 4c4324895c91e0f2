using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>After a death nothing waits any more that was to be told to that person, or about them. Whoever asked for a living child need not wait for them either.</summary>
internal sealed class StopTouchpoints(EhcpDbContext context, TouchpointData data, Requester requester) : IHandleEvent<PersonDied>
{
    public async Task HandleAsync(PersonDied @event, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@event);
        await data.DiedAsync(@event.PersonId, cancellationToken);
        foreach (var stopped in await context.Touchpoints
            .Where(one => one.PersonId == @event.PersonId && one.State == TouchpointState.Cancelled && context.Records.Any(record => record.Id == one.RecordId && record.ChildId != one.PersonId)).ToListAsync(cancellationToken))
        {
            await requester.SettledAsync(stopped, cancellationToken);
        }
    }
}
