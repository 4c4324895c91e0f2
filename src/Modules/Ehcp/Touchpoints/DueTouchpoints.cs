using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Platform.Occurrences;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>The day of a planned touchpoint has come: it leaves, or waits for an officer, unless its reason is gone.</summary>
internal sealed class DueTouchpoints(EhcpDbContext context, RecordReader reader, Teller teller) : IOccurrenceHandler
{
    public static string Kind => "ehcp.touchpoint-due";

    public async Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        if (await context.Touchpoints.AsNoTracking().SingleOrDefaultAsync(one => one.Id == occurrence.Subject, cancellationToken) is not { } found)
        {
            return;
        }

        await context.LockRecordAsync(found.RecordId, cancellationToken);
        var touchpoint = await context.Touchpoints.SingleAsync(one => one.Id == occurrence.Subject, cancellationToken);
        if (touchpoint.State != TouchpointState.Planned || await reader.ReadAsync(touchpoint.RecordId, null, cancellationToken) is not { } read)
        {
            return;
        }

        if (touchpoint.Mode == TouchpointMode.Automatic)
        {
            await teller.AskAsync(touchpoint, await context.TouchpointKinds.AsNoTracking().SingleAsync(kind => kind.Code == touchpoint.Code, cancellationToken), read, cancellationToken);
        }
        else
        {
            touchpoint.State = TouchpointState.Waiting;
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
