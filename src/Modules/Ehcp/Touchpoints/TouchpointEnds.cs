using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>What follows when somebody has been told: the silence is over, and with it what was to end it.</summary>
internal sealed class TouchpointEnds(EhcpDbContext context, RecordReader reader, Requester requester, IPeople people, TimeProvider clock)
{
    /// <summary>The caller saves.</summary>
    public async Task MadeAsync(Touchpoint touchpoint, DateTimeOffset at, CancellationToken cancellationToken)
    {
        (touchpoint.State, touchpoint.SettledAt) = (TouchpointState.Made, at);
        await requester.SettledAsync(touchpoint, cancellationToken);
        if (touchpoint.Code == TouchpointKind.Receipt)
        {
            await AcknowledgeAsync(touchpoint.RecordId, UkTime.DateIn(at), cancellationToken);
        }

        if (!touchpoint.IsUseful)
        {
            return;
        }

        var ids = await people.RecordsOfAsync(touchpoint.PersonId, cancellationToken);
        foreach (var alert in await context.SilenceAlerts
            .Where(alert => alert.RecordId == touchpoint.RecordId && (alert.PersonId == null || ids.Contains(alert.PersonId.Value)) && alert.EndedAt == null).ToListAsync(cancellationToken))
        {
            alert.EndedAt = at;
        }

        // Only a person's own doing ends a call that is to be made because the same words came twice.
        foreach (var call in await context.Touchpoints
            .Where(call => call.RecordId == touchpoint.RecordId && ids.Contains(call.PersonId) && call.Id != touchpoint.Id
                && call.Code == TouchpointKind.News && call.Mode == TouchpointMode.Task && call.State == TouchpointState.Waiting).ToListAsync(cancellationToken))
        {
            call.State = touchpoint.DoneBy is not null || !call.Occasion.StartsWith(SilenceGuard.SameWords, StringComparison.Ordinal) ? TouchpointState.Cancelled : call.State;
        }
    }

    /// <summary>The first receipt that somebody has is the acknowledgement, however they came to have it.</summary>
    private async Task AcknowledgeAsync(Guid recordId, DateOnly on, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(recordId, null, cancellationToken) is not { } read || read.Happened.Any(one => one.Kind == EventKind.Acknowledged))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var acknowledged = new EhcEvent
        {
            Id = Guid.CreateVersion7(now),
            RecordId = recordId,
            Kind = EventKind.Acknowledged,
            HappenedOn = on,
            RecordedAt = now,
            RecordedBy = "ehcp.told",
        };
        context.Events.Add(acknowledged);
        reader.Follow(read.Record, [.. read.Events, acknowledged], read.Child);
    }
}
