using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListLateAdvice;

/// <summary>Advice that was asked for and is not here.</summary>
/// <param name="EventId">The event "advice asked for".</param>
/// <param name="DueOn">The law's six weeks (SEND Regulations 2014, reg 8).</param>
/// <param name="HasException">An exception was recorded: the limit has not moved.</param>
/// <param name="ChasedOn">When somebody last asked again.</param>
/// <param name="PromisedFor">What they said then.</param>
internal sealed record WaitingAdvice(
    Guid EventId, Guid RecordId, string Reference, Guid ChildId, Adviser Adviser, DateOnly AskedOn, DateOnly DueOn, bool HasException, DateOnly? ChasedOn, DateOnly? PromisedFor)
{
    public bool IsLate(DateOnly today) => DueOn < today;
}

/// <summary>Reads what is waited for: for the list, and for My work.</summary>
internal sealed class LateAdvice(EhcpDbContext context)
{
    private static readonly List<EventKind> Ends = [EventKind.FinalSent, EventKind.DecidedNotToIssue, EventKind.DecidedNotToAssess, EventKind.DecidedToCease];

    /// <param name="records">Those that the caller may see.</param>
    /// <param name="askedBefore">Only what was asked for before this day; null for all.</param>
    public async Task<IReadOnlyList<WaitingAdvice>> OfAsync(IQueryable<EhcRecord> records, DateOnly? askedBefore, CancellationToken cancellationToken)
    {
        var events = context.Events.AsNoTracking().Where(one => one.WithdrawnAt == null);
        var waiting = await (
            from asked in events
            join record in records.Where(record => !record.IsOver) on asked.RecordId equals record.Id
            where asked.Kind == EventKind.AdviceRequested && asked.Adviser != null && (askedBefore == null || asked.HappenedOn < askedBefore)
                && !events.Any(other => other.RecordId == asked.RecordId
                    && (Ends.Contains(other.Kind) || (other.Kind == EventKind.AdviceReceived && other.Adviser == asked.Adviser && other.HappenedOn >= asked.HappenedOn)))
            orderby asked.HappenedOn, asked.Id
            select new
            {
                asked.Id,
                asked.RecordId,
                record.Reference,
                record.ChildId,
                Adviser = asked.Adviser!.Value,
                asked.HappenedOn,
                HasException = events.Any(other => other.RecordId == asked.RecordId && other.Kind == EventKind.ExceptionClaimed && other.LimitCode == "T04" && other.Adviser == asked.Adviser),
            }).ToListAsync(cancellationToken);
        var ids = waiting.Select(one => one.Id).ToList();
        var chases = (await context.AdviceChases.AsNoTracking().Where(chase => ids.Contains(chase.EventId))
                .Select(chase => new { chase.EventId, chase.On, chase.PromisedFor, chase.RecordedAt }).ToListAsync(cancellationToken))
            .GroupBy(chase => chase.EventId).ToDictionary(group => group.Key, group => group.OrderBy(chase => chase.On).ThenBy(chase => chase.RecordedAt).Last());
        return
        [
            .. waiting.Select(one => (one, Chase: chases.GetValueOrDefault(one.Id))).Select(pair => new WaitingAdvice(
                pair.one.Id, pair.one.RecordId, pair.one.Reference, pair.one.ChildId, pair.one.Adviser, pair.one.HappenedOn,
                pair.one.HappenedOn.AddDays(Timeliness.DaysToDecide), pair.one.HasException, pair.Chase?.On, pair.Chase?.PromisedFor)),
        ];
    }
}
