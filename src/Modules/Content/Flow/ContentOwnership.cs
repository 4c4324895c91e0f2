using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>Pages that somebody is reminded to check, so that none is left without a reader when they leave.</summary>
internal sealed class ContentOwnership(ContentDbContext context, AuditTrail audit) : IOwnership
{
    public async Task<IReadOnlyList<Owned>> OwnedByAsync(Guid accountId, CancellationToken cancellationToken) =>
        await context.Documents.CountAsync(document => document.OwnerAccountId == accountId && document.BinnedAt == null, cancellationToken) is > 0 and var count
            ? [new Owned("pages", count)]
            : [];

    public async Task MoveAsync(Guid fromAccountId, Guid toAccountId, string reason, CancellationToken cancellationToken)
    {
        foreach (var document in await context.Documents.Where(document => document.OwnerAccountId == fromAccountId).ToListAsync(cancellationToken))
        {
            document.OwnerAccountId = toAccountId;
            audit.Record(
                context, ContentAudit.Arranged, ContentAudit.Subject, document.Id, reason,
                [new AuditChange("owner_account", fromAccountId.ToString("D"), toAccountId.ToString("D"))]);
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
