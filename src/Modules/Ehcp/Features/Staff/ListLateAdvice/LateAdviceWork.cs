using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListLateAdvice;

/// <summary>Advice for one's own records that is late, one row for each provider: one call can be about all of them.</summary>
internal sealed class LateAdviceWork(EhcpDbContext context, LateAdvice advice, TimeProvider clock) : IWorkItems
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } own || !actor.May(EhcpPermissions.Record))
        {
            return [];
        }

        var late = await advice.OfAsync(
            context.Records.AsNoTracking().Where(record => record.CoordinatorId == own || record.CoverId == own), clock.Today().AddDays(-Timeliness.DaysToDecide), cancellationToken);
        return
        [
            .. late.Where(one => one.Adviser != Adviser.Family).GroupBy(one => one.Adviser).OrderBy(group => group.Min(one => one.DueOn)).Select(group => new WorkItem(
                "Advice, late", EhcpWords.Of(group.Key),
                $"{(group.Count() == 1 ? "One piece of advice is late" : $"{group.Count()} pieces of advice are late")}. Ask again.",
                group.Min(one => one.DueOn), $"/staff/ehcp/advice?from={group.Key}&show=late", "Ask again", "i-phone")),
        ];
    }
}
