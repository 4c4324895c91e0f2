using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Audits;

/// <summary>For which agencies somebody may report back.</summary>
/// <param name="Own">The agency that they speak for; null when none.</param>
internal sealed record ReportRight(bool IsForAll, AuditAgency? Own)
{
    public bool For(AuditAgency agency) => IsForAll || Own == agency;
}

/// <summary>Who speaks for which agency.</summary>
internal sealed class AgencyReader(ImprovementDbContext context, Actor actor)
{
    /// <summary>Whoever keeps the audits reports for all; a guest for the agency that they speak for.</summary>
    public async Task<ReportRight> RightAsync(CancellationToken cancellationToken)
    {
        if (!actor.May(AuditPermissions.Report))
        {
            return new(IsForAll: false, Own: null);
        }

        if (actor.May(AuditPermissions.Keep))
        {
            return new(IsForAll: true, Own: null);
        }

        var account = actor.AccountId;
        return new(
            IsForAll: false,
            await context.AgencyGuests.Where(guest => guest.AccountId == account).OrderByDescending(guest => guest.At).ThenByDescending(guest => guest.Id)
                .Select(guest => guest.Agency).FirstOrDefaultAsync(cancellationToken));
    }

    /// <summary>Agencies by account; accounts that speak for none are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, AuditAgency>> GuestsAsync(CancellationToken cancellationToken) =>
        (await context.AgencyGuests.AsNoTracking().OrderBy(guest => guest.At).ThenBy(guest => guest.Id).ToListAsync(cancellationToken))
            .GroupBy(guest => guest.AccountId).Select(all => all.Last()).Where(guest => guest.Agency is not null)
            .ToDictionary(guest => guest.AccountId, guest => guest.Agency!.Value);
}
