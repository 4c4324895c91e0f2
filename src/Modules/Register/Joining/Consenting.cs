using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;

namespace Medway.LocalOffer.Register.Joining;

/// <summary>Writes down that somebody says yes or no on an entry that stands.</summary>
internal sealed class Consenting(RegisterDbContext context, Applications applications, AuditTrail audit)
{
    /// <summary>The caller has checked by what right they say it, and saves.</summary>
    /// <param name="was">Where it stood before: a no after a yes takes the yes back.</param>
    public void Say(RegisterEntry entry, AskedUse use, bool isYes, ConsentAnswer was, Guid giverId, GiverCapacity capacity, ConsentChannel channel)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(use);
        var decision = isYes ? ConsentDecision.Yes : was is ConsentAnswer.Yes or ConsentAnswer.Held or ConsentAnswer.Lapsed ? ConsentDecision.Withdrawn : ConsentDecision.No;
        context.Add(applications.EventOf(entry, use, decision, giverId, capacity, channel));
        audit.Record(
            context, RegisterAudit.Said, RegisterEntry.Subject, entry.Id, personIds: [.. new[] { entry.ChildId, giverId }.Distinct()],
            changes: [new AuditChange(use.Purpose.Slug, was.ToString(), decision.ToString())]);
    }
}
