using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Improvement.Leads;

/// <summary>Whoever leaves hands their lead roles over; what they wrote stays theirs.</summary>
internal sealed class LeadOwnership(ImprovementDbContext context, LeadReader leads, AuditTrail audit, Actor actor, TimeProvider clock) : IOwnership
{
    public async Task<IReadOnlyList<Owned>> OwnedByAsync(Guid accountId, CancellationToken cancellationToken) =>
        (await leads.HoldersAsync(cancellationToken)).Count(holder => holder.Value == accountId) is > 0 and var count ? [new Owned("lead roles of the improvement plan", count)] : [];

    public async Task MoveAsync(Guid fromAccountId, Guid toAccountId, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var (role, _) in (await leads.HoldersAsync(cancellationToken)).Where(holder => holder.Value == fromAccountId))
        {
            var holder = new LeadHolder { Id = Guid.CreateVersion7(now), Role = role, AccountId = toAccountId, At = now, By = actor.Id };
            context.LeadHolders.Add(holder);
            audit.Record(context, ImprovementAudit.LeadNamed, LeadHolder.Subject, holder.Id, reason, [new AuditChange("account", $"{fromAccountId:D}", $"{toAccountId:D}")]);
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
