using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>
/// Silence, in My work of those who manage: the team manager from day 13, the head of SEND from day 14. The coordinator has a task for each person; where
/// nobody may be told, the record itself.
/// </summary>
internal sealed class SilenceWork(EhcpDbContext context) : IWorkItems
{
    private const int Most = 50;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.AccountId is not { } own || !actor.May(EhcpPermissions.List))
        {
            return [];
        }

        var seenFrom = actor.RolesHeld.Contains(Roles.TeamManager) ? SilenceGuard.Days[1] : actor.RolesHeld.Contains(Roles.HeadOfSend) ? SilenceGuard.Days[2] : int.MaxValue;
        var first = SilenceGuard.Days[0];
        var silent = await (
            from alert in context.SilenceAlerts.AsNoTracking()
            join record in RecordScope.Within(context.Records, actor, EhcpPermissions.List) on alert.RecordId equals record.Id
            where alert.EndedAt == null && (alert.Day >= seenFrom || (alert.Day == first && alert.PersonId == null && (record.CoordinatorId == own || record.CoverId == own)))
            group alert by new { record.Id, record.Reference } into grouped
            orderby grouped.Min(alert => alert.Since), grouped.Key.Id
            select new { grouped.Key.Id, grouped.Key.Reference, Since = grouped.Min(alert => alert.Since), Nobody = grouped.Max(alert => alert.PersonId == null ? 1 : 0) }).Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. silent.Select(one => new WorkItem(
                "A family hears nothing", one.Reference, one.Nobody == 1 ? "Nobody is on the record who may be told." : "Nobody has told them anything useful for too long.",
                one.Since.AddDays(SilenceGuard.Days[2]), $"/staff/ehcp/records/{one.Id}", "Open it", "i-inbox")),
        ];
    }
}
