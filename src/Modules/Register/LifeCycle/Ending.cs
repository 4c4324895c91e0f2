using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Sharing;

namespace Medway.LocalOffer.Register.LifeCycle;

/// <summary>An entry stops: no use of it goes on, and nothing waits any more.</summary>
internal sealed class Ending(RegisterDbContext context, Recalls recalls, Occurrences occurrences, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Doing it twice changes nothing more.</summary>
    /// <returns>Whether it stood until now.</returns>
    public async Task<bool> EndAsync(RegisterEntry entry, EntryState state, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.State is not (EntryState.Received or EntryState.Live or EntryState.Lapsed or EntryState.Unconfirmed))
        {
            return false;
        }

        (entry.State, entry.EndedOn) = (state, clock.Today());
        audit.Record(
            context, state == EntryState.Duplicate ? RegisterAudit.FoundTwice : RegisterAudit.Ended, RegisterEntry.Subject, entry.Id, reason,
            personIds: [.. new[] { entry.ChildId, entry.ApplicantId }.Distinct()], changes: [new AuditChange("state", null, state.ToString())]);
        await context.SaveChangesAsync(cancellationToken);
        await recalls.LookAsync(entry, cancellationToken);
        await occurrences.CancelAsync(context, entry.Id, cancellationToken: cancellationToken);
        return true;
    }
}
