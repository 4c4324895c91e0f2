using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Absences;

/// <summary>Whoever covers for somebody and leaves hands that over too.</summary>
internal sealed class CoverOwnership(EhcpDbContext context, Covering covering, AuditTrail audit, TimeProvider clock) : IOwnership
{
    public async Task<IReadOnlyList<Owned>> OwnedByAsync(Guid accountId, CancellationToken cancellationToken) =>
        await Open(accountId).CountAsync(cancellationToken) is > 0 and var count ? [new Owned("officers to cover for", count)] : [];

    public async Task MoveAsync(Guid fromAccountId, Guid toAccountId, string reason, CancellationToken cancellationToken)
    {
        foreach (var absence in await Open(fromAccountId).ToListAsync(cancellationToken))
        {
            if (absence.AccountId == toAccountId)
            {
                // They look after their own records again.
                absence.To = clock.Today().AddDays(-1);
            }
            else
            {
                absence.CoverId = toAccountId;
            }

            audit.Record(context, EhcpAudit.AbsenceRecorded, "account", absence.AccountId, reason, [new AuditChange("cover", $"{fromAccountId}", $"{toAccountId}")]);
            await context.SaveChangesAsync(cancellationToken);
            await covering.FollowAsync(absence, cancellationToken);
        }
    }

    private IQueryable<Absence> Open(Guid accountId)
    {
        var today = clock.Today();
        return context.Absences.Where(absence => absence.CoverId == accountId && absence.To >= today);
    }
}
