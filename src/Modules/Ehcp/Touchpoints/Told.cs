using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>A message has ended: only one that arrived counts as told.</summary>
internal sealed class Told(EhcpDbContext context, RecordReader reader, TouchpointEnds ends, SilenceGuard guard, TimeProvider clock) : IHandleEvent<MessageSettled>
{
    public async Task HandleAsync(MessageSettled @event, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (Touchpoint.IdIn(@event.OccurrenceKey) is not { } id
            || await context.Touchpoints.AsNoTracking().Where(one => one.Id == id).Select(one => (Guid?)one.RecordId).SingleOrDefaultAsync(cancellationToken) is not { } recordId)
        {
            return;
        }

        await context.LockRecordAsync(recordId, cancellationToken);
        var touchpoint = await context.Touchpoints.SingleAsync(one => one.Id == id, cancellationToken);
        if (touchpoint.State == TouchpointState.Made && (touchpoint.ConfirmedAt is not null || touchpoint.CalledAt > touchpoint.AskedAt || @event.Outcome == MessageOutcome.Made))
        {
            // The person said so themselves, or an officer spoke to them when it had not arrived: no receipt knows better. Told twice is told since the first time.
            return;
        }

        if (@event.Outcome == MessageOutcome.Made)
        {
            await ends.MadeAsync(touchpoint, @event.At, cancellationToken);
        }
        else
        {
            // A letter that came back was not told after all; what was taken back before it left is nobody's to tell.
            touchpoint.State = @event.NextChannel is not null ? TouchpointState.Asked
                : await context.Touchpoints.Where(one => one.Id == id).AnyAsync(Touchpoint.IsTakenBack(context), cancellationToken) ? TouchpointState.Cancelled
                : TouchpointState.NotMade;
            touchpoint.SettledAt = @event.NextChannel is null ? @event.At : null;
        }

        await context.SaveChangesAsync(cancellationToken);
        if (touchpoint.State == TouchpointState.NotMade || (touchpoint.State == TouchpointState.Made && UkTime.DateIn(@event.At) < clock.Today()))
        {
            await LookAsync(recordId, cancellationToken);
        }
    }

    /// <summary>
    /// What did not arrive after all ends no silence, and what arrived days ago ended it then: the days that have passed meanwhile are seen at once, and
    /// the next ones come sooner than the look that is planned.
    /// </summary>
    private async Task LookAsync(Guid recordId, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(recordId, null, cancellationToken) is { } read)
        {
            await guard.LookAsync(read, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
