using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.ListJoins;

/// <summary>Everybody who waits to be checked, for those who may check.</summary>
internal sealed class JoinsWork(AccountsDbContext context) : IWorkItems
{
    private const int Most = 50;

    /// <summary>Our own promise, in days; there is no time in law for it.</summary>
    private const int Days = 5;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(FamilyPermissions.DecideJoins))
        {
            return [];
        }

        var waiting = await context.JoinRequests.Where(join => join.State == JoinState.Waiting).OrderBy(join => join.CreatedAt).Take(Most)
            .Select(join => new { join.Id, join.CreatedAt }).ToListAsync(cancellationToken);
        return
        [
            .. waiting.Select(join => new WorkItem(
                "Asks to join",
                "Request " + JoinRequest.ReferenceOf(join.Id),
                "Somebody has shown that a contact point is theirs. Check who they are.",
                UkTime.DateIn(join.CreatedAt).AddDays(Days),
                $"/staff/join-requests/{join.Id}",
                "Check it",
                "i-person")),
        ];
    }
}
