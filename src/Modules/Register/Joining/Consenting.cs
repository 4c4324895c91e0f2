using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Sharing;

namespace Medway.LocalOffer.Register.Joining;

/// <summary>Writes down that somebody says yes or no on an entry that stands, and does what follows from a no.</summary>
internal sealed class Consenting(RegisterDbContext context, Applications applications, Recalls recalls, IMessages messages, AuditTrail audit)
{
    /// <summary>The caller has checked by what right they say it.</summary>
    /// <param name="was">What the same person said before: a no after a yes takes the yes back.</param>
    public async Task SayAsync(
        RegisterEntry entry, AskedUse use, bool isYes, ConsentAnswer was, Guid giverId, GiverCapacity capacity, ConsentChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(use);
        var decision = isYes ? ConsentDecision.Yes : was is ConsentAnswer.Yes or ConsentAnswer.OtherRecipient ? ConsentDecision.Withdrawn : ConsentDecision.No;
        var said = applications.EventOf(entry, use, decision, giverId, capacity, channel);
        context.Add(said);
        audit.Record(
            context, RegisterAudit.Said, RegisterEntry.Subject, entry.Id, personIds: [.. new[] { entry.ChildId, giverId }.Distinct()],
            changes: [new AuditChange(use.Purpose.Slug, was.ToString(), decision.ToString())]);
        await context.SaveChangesAsync(cancellationToken);
        if (isYes)
        {
            return;
        }

        // A first no ends the yes of the others too, and with it what was given under theirs.
        var told = await recalls.LookAsync(entry, cancellationToken);
        await messages.RequestAsync(
            entry.Update(
                $"withdrawn {said.Id}",
                $"You said no to “{use.Title}” It counts from now on.{(told > 0 ? " We also tell whoever has your data to delete it. Your page shows when that is done." : "")}", giverId),
            cancellationToken);
    }
}
