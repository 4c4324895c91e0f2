using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.People;

/// <summary>Roles that see people and wait for a second person. Never one's own, nor one that one gave.</summary>
internal sealed class GivenRolesWork(AccountsDbContext context) : IWorkItems
{
    private const int Most = 50;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(AccountsPermissions.AgreeRoles))
        {
            return [];
        }

        var waiting = await (
            from grant in context.Grants.AsNoTracking()
            join account in context.Users on grant.AccountId equals account.Id
            where grant.Waits && grant.EndedAt == null && grant.AccountId != actor.AccountId && grant.GivenBy != actor.AccountId
            orderby grant.GivenAt
            select new { grant.Id, grant.Role, account.DisplayName, IsOpened = account.State == AccountState.Active })
            .Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. waiting.Select(role => new WorkItem(
                "Roles given", $"{role.DisplayName}: {role.Role}",
                role.IsOpened ? "A role that sees people. It works once you agree." : "A role that sees people. They have not opened the invitation yet.",
                null, $"/staff/given-roles/{role.Id:D}", "Look", "i-warn")),
        ];
    }
}
