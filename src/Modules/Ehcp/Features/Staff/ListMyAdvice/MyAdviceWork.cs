using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListMyAdvice;

/// <summary>What an adviser still has to send, in their My work.</summary>
internal sealed class MyAdviceWork(EhcpDbContext context) : IWorkItems
{
    private const int Most = 50;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } own || !actor.May(EhcpPermissions.GiveAdvice))
        {
            return [];
        }

        var waiting = await (
            from ask in context.AdviceAsks.AsNoTracking()
            join asked in context.Events on ask.EventId equals asked.Id
            join record in context.Records on asked.RecordId equals record.Id
            where ask.AccountId == own && ask.SentAt == null && asked.WithdrawnAt == null
                && !context.Events.Any(other => other.RecordId == asked.RecordId && other.WithdrawnAt == null
                    && other.Kind == EventKind.AdviceReceived && other.Adviser == asked.Adviser && other.HappenedOn >= asked.HappenedOn)
            orderby asked.HappenedOn, ask.Id
            select new { ask.EventId, record.Reference, asked.HappenedOn }).Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. waiting.Select(one => new WorkItem(
                "Your advice", one.Reference, "You were asked for it. The law gives six weeks.", one.HappenedOn.AddDays(Timeliness.DaysToDecide), $"/staff/ehcp/my-advice/{one.EventId}", "Send it", "i-pencil")),
        ];
    }
}
