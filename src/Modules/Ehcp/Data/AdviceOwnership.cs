using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>Advice that an adviser was asked for and has not sent, so that it is not forgotten when they leave.</summary>
internal sealed class AdviceOwnership(EhcpDbContext context, AuditTrail audit) : IOwnership
{
    public async Task<IReadOnlyList<Owned>> OwnedByAsync(Guid accountId, CancellationToken cancellationToken) =>
        await context.AdviceAsks.CountAsync(ask => ask.AccountId == accountId && ask.SentAt == null, cancellationToken) is > 0 and var count ? [new Owned("Advice asked for", count)] : [];

    public async Task MoveAsync(Guid fromAccountId, Guid toAccountId, string reason, CancellationToken cancellationToken)
    {
        var waiting = await (
            from ask in context.AdviceAsks
            join asked in context.Events on ask.EventId equals asked.Id
            join record in context.Records on asked.RecordId equals record.Id
            where ask.AccountId == fromAccountId && ask.SentAt == null
            select new { ask, asked.RecordId, record.ChildId }).ToListAsync(cancellationToken);
        foreach (var one in waiting)
        {
            one.ask.AccountId = toAccountId;
            audit.Record(
                context, EhcpAudit.AdviserAsked, EhcRecord.Subject, one.RecordId, reason, [new AuditChange("adviser", $"{fromAccountId}", $"{toAccountId}")], personIds: [one.ChildId]);
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
