using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Sharing;

namespace Medway.LocalOffer.Register.Retaining;

/// <summary>Erases what an entry says: all of it but the evidence that <see cref="RetentionRules"/> names.</summary>
internal sealed class EntryEraser(RegisterDbContext context, Ending ending, SharesOfEntries shares, IContactPoints points, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Doing it twice changes nothing more.</summary>
    /// <param name="reason">For the audit trail; never a name.</param>
    public async Task EraseAsync(RegisterEntry entry, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        await ending.EndAsync(entry, EntryState.Left, reason, cancellationToken);
        if (entry.ErasedOn is not null)
        {
            return;
        }

        entry.Forget();
        (entry.Area, entry.ErasedOn) = ("", clock.Today());
        await shares.ForgetReasonsAsync(entry.Id, cancellationToken);
        if (entry.ContactPointId is { } typed)
        {
            await points.ForgetProposedAsync(typed, cancellationToken);
        }

        audit.Record(context, RegisterAudit.Erased, RegisterEntry.Subject, entry.Id, reason, personIds: [entry.ChildId]);
        await context.SaveChangesAsync(cancellationToken);
    }
}
