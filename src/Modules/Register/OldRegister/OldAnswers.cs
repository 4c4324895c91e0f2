using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.LifeCycle;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.OldRegister;

/// <summary>
/// What a family says to an entry that came with the old register. A yes makes it an application like any other: an officer sees who decides and puts
/// it live. It agrees to no optional use. A no ends it.
/// </summary>
internal sealed class OldAnswers(RegisterDbContext context, Ending ending, WorkingDays workingDays, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The caller holds the entry, and has asked whose answer it is. It saves.</summary>
    public async Task TakeAsync(RegisterEntry entry, bool isYes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var today = clock.Today();
        if (await context.OldEntries.SingleOrDefaultAsync(old => old.EntryId == entry.Id, cancellationToken) is { } old)
        {
            (old.AnsweredAt, old.IsYes, old.CodeDigest, old.ReminderDigest) = (clock.GetUtcNow(), isYes, null, null);
        }

        audit.Record(
            context, RegisterAudit.OldAnswered, RegisterEntry.Subject, entry.Id, personIds: [.. new[] { entry.ChildId, entry.ApplicantId }.Distinct()],
            changes: [new AuditChange("answer", null, isYes ? "yes" : "no")]);
        if (!isYes)
        {
            await ending.EndAsync(entry, EntryState.Left, "The family does not want to be on the register", cancellationToken);
            return;
        }

        (entry.State, entry.ConfirmedOn, entry.AcknowledgedOn) = (EntryState.Received, today, today);
        (entry.AcknowledgeBy, entry.LiveBy) = (today, workingDays.Add(today, Applications.DaysToLive));
        await context.SaveChangesAsync(cancellationToken);
    }
}
