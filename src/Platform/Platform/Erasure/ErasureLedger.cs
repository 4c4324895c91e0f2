using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Erasure;

/// <summary>
/// Who was erased, so that an older backup can be made to forget them again, and an old list does not bring them back. Rows are added and never
/// changed; a copy is kept in a file outside the database (<see cref="ErasureFile"/>), because a restore brings an older table back.
/// </summary>
public sealed class ErasureLedger
{
    private readonly PlatformDbContext context;
    private readonly TimeProvider clock;

    internal ErasureLedger(PlatformDbContext context, TimeProvider clock) => (this.context, this.clock) = (context, clock);

    /// <summary>In the transaction that erases.</summary>
    /// <param name="personId">As the modules know the person.</param>
    /// <param name="fingerprint">From <see cref="Protection.IBlindIndex"/>; null when nobody could be known again by it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RecordAsync(Guid personId, byte[]? fingerprint, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        context.Erased.Add(new ErasedPerson { Id = Guid.CreateVersion7(now), PersonId = personId, Fingerprint = fingerprint, ErasedAt = now });
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whether somebody with this fingerprint was erased.</summary>
    public Task<bool> HoldsAsync(byte[] fingerprint, CancellationToken cancellationToken) =>
        context.Erased.AnyAsync(erased => erased.Fingerprint == fingerprint, cancellationToken);

    internal async Task<IReadOnlyList<ErasureLine>> AllAsync(CancellationToken cancellationToken) =>
        [.. (await context.Erased.AsNoTracking().OrderBy(erased => erased.Id).ToListAsync(cancellationToken)).Select(ErasureLine.Of)];
}
