using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Work;

/// <summary>Services that somebody looks after, and drafts that they have open.</summary>
internal sealed class ServiceOwnership(ListingsDbContext context, AuditTrail audit) : IOwnership
{
    public async Task<IReadOnlyList<Owned>> OwnedByAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var services = await context.Services.CountAsync(service => service.OwnerId == accountId, cancellationToken);
        var drafts = await Open(accountId).CountAsync(cancellationToken);
        return [.. new[] { new Owned("services", services), new Owned("drafts of services, organisations or places", drafts) }.Where(owned => owned.Count > 0)];
    }

    public async Task MoveAsync(Guid fromAccountId, Guid toAccountId, string reason, CancellationToken cancellationToken)
    {
        foreach (var service in await context.Services.Where(service => service.OwnerId == fromAccountId).ToListAsync(cancellationToken))
        {
            service.OwnerId = toAccountId;
            audit.Record(context, ListingsAudit.OwnerChanged, "service", service.Id, reason, [new AuditChange("owner", fromAccountId.ToString(), toAccountId.ToString())]);
        }

        foreach (var draft in await Open(fromAccountId).ToListAsync(cancellationToken))
        {
            draft.WrittenBy = toAccountId;
            audit.Record(context, ListingsAudit.OwnerChanged, "draft", draft.RecordId, reason, [
                new AuditChange("writer", fromAccountId.ToString(), toAccountId.ToString()), new AuditChange("number", null, draft.Number.ToString(CultureInfo.InvariantCulture))]);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<RecordRevision> Open(Guid accountId) => context.Revisions.Where(revision =>
        revision.WrittenBy == accountId && (revision.State == RevisionState.Draft || revision.State == RevisionState.Submitted));
}
