using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Features.Staff;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Data;

/// <summary>What Messaging holds about a person: lines of the ledger, and what would fill the words of messages that have not left.</summary>
internal sealed class PersonalData(MessagingDbContext context, AuditTrail audit, TimeProvider clock) : IPersonalData
{
    private const string Proof = "It shows what you were told and when (UK GDPR, article 17(3)). The council has not decided yet how long it is kept";

    public string Holder => "Messages";

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(Guid personId, CancellationToken cancellationToken)
    {
        var messages = await (
            from message in context.Messages.AsNoTracking()
            join template in context.Templates on message.Template equals template.Name
            where message.PersonId == personId || message.AboutPersonId == personId
            orderby message.CreatedAt, message.Id
            select new { message.CreatedAt, message.PersonId, message.Channel, message.State, message.SettledAt, template.Title }).ToListAsync(cancellationToken);
        return
        [
            .. messages.Select(message => new PersonalRecord(message.PersonId == personId ? "A message to you" : "A message about you", message.CreatedAt,
            [
                new("What", message.Title), new("How", LedgerWords.Channel(message.Channel)), new("Where it stands", message.State.Words()),
                new("Ended", message.SettledAt is { } ended ? Platform.Time.UkTime.DateIn(ended).ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB")) : ""),
            ])),
        ];
    }

    public async Task<IReadOnlyList<ErasureStep>> PlanErasureAsync(Guid personId, CancellationToken cancellationToken) =>
    [
        new("Messages that have not left", await Open(personId).CountAsync(cancellationToken)),
        new("What filled the words of messages", await Filled(personId).CountAsync(cancellationToken)),
        new("Lines that say when you were told something", await context.Messages.CountAsync(m => m.PersonId == personId || m.AboutPersonId == personId, cancellationToken), Proof),
    ];

    public async Task EraseAsync(Guid personId, string reason, CancellationToken cancellationToken)
    {
        var sunk = context.Messages.Where(m => m.PersonId == personId || m.AboutPersonId == personId).Select(m => m.Id);
        var erased = await CancelAsync(personId, cancellationToken)
            + await Filled(personId).ExecuteUpdateAsync(set => set.SetProperty(r => r.Values, (string?)null), cancellationToken)
            + await context.Sink.Where(s => sunk.Contains(s.MessageId)).ExecuteDeleteAsync(cancellationToken);
        if (erased > 0)
        {
            audit.Record(context, MessagingAudit.Erased, MessagingAudit.Person, personId, reason, personIds: [personId]);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Pulls the person's switch: nothing to them or about them leaves until somebody lets it go.</summary>
    public async Task<int> StopAllAsync(Guid personId, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await context.Stops.AnyAsync(s => s.Kind == StopKind.Person && s.PersonId == personId && s.LiftedAt == null, cancellationToken))
        {
            context.Stops.Add(new Stop { Id = Guid.CreateVersion7(now), Kind = StopKind.Person, PersonId = personId, Reason = reason, At = now });
            audit.Record(context, MessagingAudit.Stopped, MessagingAudit.Person, personId, reason, personIds: [personId]);
            await context.SaveChangesAsync(cancellationToken);
        }

        return await Open(personId).CountAsync(cancellationToken);
    }

    private IQueryable<Message> Open(Guid personId) =>
        context.Messages.Where(m => (m.PersonId == personId || m.AboutPersonId == personId) && MessageStates.NotLeft.Contains(m.State));

    /// <summary>A letter in its batch, and what a provider is being asked to take in this moment, still need their words.</summary>
    private IQueryable<Request> Filled(Guid personId) => context.Requests.Where(r => r.PersonId == personId && r.Values != null && !context.Messages.Any(m =>
        m.RequestId == r.Id && (m.State == MessageState.InBatch || m.State == MessageState.Sending || m.State == MessageState.Unsure)));

    private Task<int> CancelAsync(Guid personId, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return Open(personId).Where(m => m.LeaseUntil == null || m.LeaseUntil < now).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, MessageState.Cancelled).SetProperty(m => m.Reason, "erased").SetProperty(m => m.SettledAt, now), cancellationToken);
    }
}
