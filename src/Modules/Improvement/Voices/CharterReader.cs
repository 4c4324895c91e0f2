using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Voices;

/// <param name="NextLook">By when somebody looks again.</param>
internal sealed record CharterState(Charter Charter, IReadOnlyList<CharterSignature> Signatures, IReadOnlyList<CharterLook> Looks, DateOnly NextLook, DateOnly Today)
{
    public bool IsLookLate => NextLook < Today;
}

/// <summary>The charter that counts today.</summary>
internal sealed class CharterReader(ImprovementDbContext context, TimeProvider clock)
{
    /// <returns>Null when none was agreed.</returns>
    public async Task<CharterState?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await context.Charters.AsNoTracking().OrderByDescending(charter => charter.At).ThenByDescending(charter => charter.Id).FirstOrDefaultAsync(cancellationToken) is not { } charter)
        {
            return null;
        }

        var signatures = await context.CharterSignatures.AsNoTracking().Where(one => one.CharterId == charter.Id).OrderBy(one => one.SignedOn).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        var looks = await context.CharterLooks.AsNoTracking().Where(one => one.CharterId == charter.Id).OrderByDescending(one => one.LookedOn).ThenByDescending(one => one.Id).ToListAsync(cancellationToken);
        return new(charter, signatures, looks, (looks is [var latest, ..] ? latest.LookedOn : charter.AgreedOn).AddYears(1), clock.Today());
    }
}
