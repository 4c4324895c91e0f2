using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>What follows when somebody has been told: the silence is over, and with it what was to end it.</summary>
internal sealed class TouchpointEnds(EhcpDbContext context, Requester requester, IPeople people)
{
    /// <summary>The caller saves.</summary>
    public async Task MadeAsync(Touchpoint touchpoint, DateTimeOffset at, CancellationToken cancellationToken)
    {
        (touchpoint.State, touchpoint.SettledAt) = (TouchpointState.Made, at);
        await requester.ToldAsync(touchpoint, cancellationToken);
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
}
