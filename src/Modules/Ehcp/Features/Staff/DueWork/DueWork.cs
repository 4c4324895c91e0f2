using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.DueWork;

/// <summary>What the law wants next, in My work: of one's own records when it is near, and of the team's once it is late.</summary>
internal sealed class DueWork(EhcpDbContext context, TimeProvider clock) : IWorkItems
{
    private const int Most = 50;
    private const int DaysAhead = 14;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(EhcpPermissions.Record))
        {
            return [];
        }

        var today = clock.Today();
        var soon = today.AddDays(DaysAhead);
        var own = actor.AccountId;
        var manages = actor.RolesHeld.Contains(Roles.TeamManager);
        var due = await RecordScope.Within(context.Records.AsNoTracking(), actor, EhcpPermissions.Record)
            .Where(record => !record.IsOver && (((record.CoordinatorId == own || record.CoverId == own) && record.NextOn <= soon) || (manages && record.NextOn < today)))
            .OrderBy(record => record.NextOn).ThenBy(record => record.Id).Take(Most)
            .Select(record => new { record.Id, record.Reference, record.NextOn, record.NextCode, record.CoordinatorId, record.CoverId }).ToListAsync(cancellationToken);
        return
        [
            .. due.Select(record => new WorkItem(
                record.NextOn < today ? "EHC record, late" : "EHC record",
                record.Reference,
                $"{RuleBook.Current.All.FirstOrDefault(rule => rule.Code == record.NextCode)?.Name}. {(record.CoordinatorId == own ? "You look after it." : record.CoverId == own ? "You cover for whoever is away." : "It is late, and in your team.")}",
                record.NextOn, $"/staff/ehcp/records/{record.Id}", "Open it", "i-clock")),
        ];
    }
}
