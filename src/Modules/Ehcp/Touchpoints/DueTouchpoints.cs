using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Occurrences;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>The day of a planned touchpoint has come: it leaves, unless its reason is gone.</summary>
internal sealed class DueTouchpoints(EhcpDbContext context, Planner planner) : IOccurrenceHandler
{
    public static string Kind => "ehcp.touchpoint-due";

    public async Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        var touchpoint = await context.Touchpoints.SingleOrDefaultAsync(one => one.Id == occurrence.Subject && one.State == TouchpointState.Planned, cancellationToken);
        if (touchpoint is null)
        {
            return;
        }

        var record = await context.Records.SingleAsync(one => one.Id == touchpoint.RecordId, cancellationToken);
        var events = await context.Events.AsNoTracking().Where(one => one.RecordId == record.Id && one.WithdrawnAt == null).ToListAsync(cancellationToken);
        if (HasReason(touchpoint, record, events))
        {
            await planner.AskAsync(touchpoint, record, cancellationToken);
        }
        else
        {
            touchpoint.State = TouchpointState.Cancelled;
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The event still stands, the record is not over, and a reminder is only for those who have not answered.</summary>
    private static bool HasReason(Touchpoint touchpoint, EhcRecord record, List<EhcEvent> events) =>
        events.Find(one => one.Id == touchpoint.EventId) is { } cause && !record.IsOver
        && !events.Any(one => one.RecordedAt > cause.RecordedAt && touchpoint.Code switch
        {
            "NA-16" => one.Kind is EventKind.DraftAnswered or EventKind.FinalSent,
            "AR-05" => one.Kind is EventKind.AmendmentAnswered or EventKind.AmendedFinalSent or EventKind.DecidedNotToAmend,
            _ => false,
        });
}
