using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>What an officer has to release or to do, in My work of whoever looks after the record.</summary>
internal sealed class WaitingTouchpoints(EhcpDbContext context) : IWorkItems
{
    private const int Most = 50;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.AccountId is not { } own || !actor.May(EhcpPermissions.Record))
        {
            return [];
        }

        var waiting = await (
            from touchpoint in context.Touchpoints.AsNoTracking()
            join kind in context.TouchpointKinds on touchpoint.Code equals kind.Code
            join record in RecordScope.Within(context.Records, actor, EhcpPermissions.Record) on touchpoint.RecordId equals record.Id
            where touchpoint.State == TouchpointState.Waiting && record.CoordinatorId == own
            orderby touchpoint.DueOn, touchpoint.Id
            select new { touchpoint.Id, touchpoint.DueOn, kind.Title, kind.Mode, record.Reference, RecordId = record.Id }).Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. waiting.Select(one => new WorkItem(
                one.Mode == TouchpointMode.Task ? "To do for a family" : "To send to a family", $"{one.Title}: {one.Reference}", "You look after this record.", one.DueOn,
                $"/staff/ehcp/records/{one.RecordId}/touchpoints/{one.Id}", one.Mode == TouchpointMode.Task ? "Do it" : "Release it", "i-inbox")),
        ];
    }
}
