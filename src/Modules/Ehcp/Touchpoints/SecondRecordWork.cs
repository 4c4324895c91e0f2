using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>Two rows turned out to be one child, and both had an open record: in My work of both officers until one of the two is closed.</summary>
internal sealed class SecondRecordWork(EhcpDbContext context) : IWorkItems
{
    private const int Most = 15;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.AccountId is not { } own || !actor.May(EhcpPermissions.Record))
        {
            return [];
        }

        var found = await (
            from record in context.Records.AsNoTracking()
            join other in context.Records on record.ChildId equals other.ChildId
            where !record.IsOver && !other.IsOver && record.Id != other.Id && (record.CoordinatorId == own || record.CoverId == own)
            orderby record.Id, other.Id
            select new { record.Id, record.Reference, record.NextOn, Other = other.Reference }).Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(one => new WorkItem(
                "Two open records for one child", one.Reference, $"{one.Other} is about the same child. Agree which one goes on, and close the other.",
                one.NextOn, $"/staff/ehcp/records/{one.Id}", "Open it", "i-people")),
        ];
    }
}
