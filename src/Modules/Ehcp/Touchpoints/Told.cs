using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>A message has ended: only one that arrived counts as told. The first receipt that arrives is the acknowledgement.</summary>
internal sealed class Told(EhcpDbContext context, RecordReader reader, IPeople people, TimeProvider clock) : IHandleEvent<MessageSettled>
{
    private const string Prefix = "ehcp.touchpoint ";

    public async Task HandleAsync(MessageSettled @event, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (!@event.OccurrenceKey.StartsWith(Prefix, StringComparison.Ordinal) || !Guid.TryParse(@event.OccurrenceKey[Prefix.Length..], out var id)
            || await context.Touchpoints.SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } touchpoint)
        {
            return;
        }

        if (@event.Outcome == MessageOutcome.Made)
        {
            (touchpoint.State, touchpoint.SettledAt) = (TouchpointState.Made, @event.At);
        }
        else if (@event.NextChannel is null)
        {
            (touchpoint.State, touchpoint.SettledAt) = (TouchpointState.NotMade, @event.At);
        }

        if (touchpoint is { Code: "NA-01", State: TouchpointState.Made })
        {
            await AcknowledgeAsync(touchpoint, UkTime.DateIn(@event.At), cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task AcknowledgeAsync(Touchpoint touchpoint, DateOnly on, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync($"ehcp.record {touchpoint.RecordId}", cancellationToken);
        var record = await context.Records.SingleAsync(one => one.Id == touchpoint.RecordId, cancellationToken);
        var events = await context.Events.Where(one => one.RecordId == record.Id).ToListAsync(cancellationToken);
        if (events.Any(one => one is { Kind: EventKind.Acknowledged, WithdrawnAt: null }))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var acknowledged = new EhcEvent
        {
            Id = Guid.CreateVersion7(now),
            RecordId = record.Id,
            Kind = EventKind.Acknowledged,
            HappenedOn = on,
            RecordedAt = now,
            RecordedBy = "ehcp.told",
        };
        context.Events.Add(acknowledged);
        reader.Follow(record, [.. events, acknowledged], (await people.FindAsync([record.ChildId], cancellationToken)).GetValueOrDefault(record.ChildId));
    }
}
