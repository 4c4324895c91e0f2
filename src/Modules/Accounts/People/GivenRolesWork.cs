using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.People;

/// <summary>An administrator hands out roles alone: for a week somebody else sees that one which sees people was given.</summary>
internal sealed class GivenRolesWork(AccountsDbContext context, TimeProvider clock) : IWorkItems
{
    private const int Days = 7;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(AccountsPermissions.WatchRoles))
        {
            return [];
        }

        var from = clock.Today().AddDays(-Days);
        var start = UkTime.StartOf(from);
        var roles = Roles.SeePeople.ToList();
        var given = await (
            from grant in context.Grants.AsNoTracking()
            join account in context.Users on grant.AccountId equals account.Id
            where grant.GivenAt >= start && grant.GivenBy != null && roles.Contains(grant.Role)
            select new { WithInvitation = grant.GivenAt == account.CreatedAt }).ToListAsync(cancellationToken);
        return
        [
            .. given.GroupBy(grant => grant.WithInvitation ? AccountsAudit.Invited : AccountsAudit.RolesChanged).Select(group => Item(group.Key, group.Count(), from)),
        ];
    }

    /// <summary>Each kind of giving has its own event in the trail.</summary>
    private static WorkItem Item(AuditEvent @event, int count, DateOnly from) => new(
        "Roles given",
        count == 1 ? "1 role that sees people was given; look at it" : $"{count} roles that see people were given; look at them",
        @event == AccountsAudit.Invited ? "With an invitation, in the last 7 days." : "To somebody with an account, in the last 7 days.",
        null, $"/staff/audit?event={@event.Name}&from={from:yyyy-MM-dd}", "Look", "i-warn");
}
