using Medway.LocalOffer.Platform.Mediation;

namespace Medway.LocalOffer.Platform.Audit;

/// <summary>
/// Writes down whose data somebody is about to be shown. A query with <see cref="IReadsPeople"/> needs nothing of this: the mediator does it. It is
/// for what leaves in another way: a stream, a file, an export.
/// </summary>
public sealed class AuditedReads
{
    private readonly PlatformDbContext context;
    private readonly AuditTrail trail;

    internal AuditedReads(PlatformDbContext context, AuditTrail trail)
    {
        this.context = context;
        this.trail = trail;
    }

    /// <summary>
    /// Writes one entry at once, in the transaction that is open. Call it before the first byte leaves: when it throws, nothing may.
    /// </summary>
    /// <param name="read">What is read, and why.</param>
    /// <param name="personIds">Everybody whose data is in it.</param>
    public async Task RecordAsync(IReadsPeople read, IReadOnlyList<Guid> personIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        trail.Record(context, read.Event, read.SubjectKind, read.SubjectId, purpose: read.Purpose, personIds: personIds);
        await context.SaveChangesAsync(cancellationToken);
    }
}
