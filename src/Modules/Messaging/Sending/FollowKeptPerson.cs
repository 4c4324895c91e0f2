using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>
/// Two records were put together, or taken apart again: what has not left yet goes with whoever People says each record belongs to now, and what both
/// were to be told leaves once. Asked anew each time, so that events that come twice, late or in a chain end in the same.
/// </summary>
internal sealed class FollowKeptPerson(MessagingDbContext context, Planner planner, IPeople people, TimeProvider clock) : IHandleEvent<PersonsMerged>, IHandleEvent<MergeUndone>
{
    /// <summary>Of a message that the same person gets, or got, under the other record.</summary>
    public const string Twin = "same_person";

    /// <summary>A message that ended so told nobody anything.</summary>
    private static readonly MessageState[] ToldNobody = [MessageState.Failed, MessageState.NotMade, MessageState.Returned, MessageState.Expired, MessageState.Cancelled];

    public async Task HandleAsync(PersonsMerged @event, CancellationToken cancellationToken)
    {
        await FollowAsync([@event.FromId, @event.IntoId], cancellationToken);
        await StopTooAsync(@event, cancellationToken);
    }

    public Task HandleAsync(MergeUndone @event, CancellationToken cancellationToken) => FollowAsync([@event.FromId, @event.IntoId], cancellationToken);

    private async Task FollowAsync(IReadOnlyList<Guid> rows, CancellationToken cancellationToken)
    {
        // What was asked for before and stands in no ledger yet could not be looked at.
        using (OneTransaction.Apart())
        {
            await planner.PlanAllAsync(cancellationToken);
        }

        var week = clock.GetUtcNow() - SendTimes.Week;
        var messages = await context.Messages
            .Where(m => rows.Contains(m.PersonId!.Value) || rows.Contains(m.AskedForId!.Value) || rows.Contains(m.AboutPersonId!.Value) || rows.Contains(m.AskedAboutId!.Value))
            .Where(m => !MessageStates.Final.Contains(m.State) || m.SlotAt > week || (m.State == MessageState.Cancelled && m.Reason == Twin))
            .OrderBy(m => m.CreatedAt).ToListAsync(cancellationToken);
        var requests = await context.Requests.AsNoTracking().Where(r => rows.Contains(r.PersonId!.Value) || rows.Contains(r.AskedForId!.Value))
            .Select(r => new { r.Id, r.OccurrenceKey, r.PersonId, r.AskedForId }).ToListAsync(cancellationToken);
        var known = await people.FindAsync(
            [.. messages.SelectMany(m => new[] { m.AskedForId ?? m.PersonId, m.AskedAboutId ?? m.AboutPersonId }).Concat(requests.Select(r => r.AskedForId ?? r.PersonId)).OfType<Guid>().Distinct()],
            cancellationToken);
        foreach (var request in requests)
        {
            var asked = (request.AskedForId ?? request.PersonId)!.Value;
            if (known.TryGetValue(asked, out var person) && person.Id != request.PersonId)
            {
                await MoveAsync(request.Id, request.OccurrenceKey, asked, person.Id, cancellationToken);
            }
        }

        foreach (var message in messages)
        {
            await MoveAsync(message, known, cancellationToken);
        }
    }

    /// <summary>The key that keeps the same news from being asked for twice goes along, unless the other record has been asked for it already.</summary>
    private async Task MoveAsync(Guid requestId, string occurrence, Guid asked, Guid kept, CancellationToken cancellationToken)
    {
        var key = Messages.KeyOf(kept);
        if (!await context.Requests.AnyAsync(r => r.OccurrenceKey == occurrence && r.RecipientKey == key, cancellationToken))
        {
            var before = kept == asked ? (Guid?)null : asked;
            await context.Requests.Where(r => r.Id == requestId).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.PersonId, kept).SetProperty(r => r.RecipientKey, key).SetProperty(r => r.AskedForId, before), cancellationToken);
        }
    }

    private async Task MoveAsync(Message message, IReadOnlyDictionary<Guid, Person> known, CancellationToken cancellationToken)
    {
        if ((message.AskedAboutId ?? message.AboutPersonId) is { } about && known.TryGetValue(about, out var child))
        {
            (message.AboutPersonId, message.AskedAboutId) = (child.Id, child.Id == about ? null : about);
        }

        if ((message.AskedForId ?? message.PersonId) is { } asked && known.TryGetValue(asked, out var person))
        {
            await MoveAsync(message, asked, person.Id, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task MoveAsync(Message message, Guid asked, Guid kept, CancellationToken cancellationToken)
    {
        if (message is { State: MessageState.Cancelled, Reason: Twin })
        {
            if (kept == asked)
            {
                // Two people after all: this one has not been told.
                (message.State, message.Reason, message.SettledAt, message.DueAt) = (MessageState.Waiting, null, null, clock.GetUtcNow());
            }

            return;
        }

        if (kept == message.PersonId)
        {
            return;
        }

        var key = Messages.KeyOf(kept);
        var others = await context.Messages.Where(m => m.OccurrenceKey == message.OccurrenceKey && m.RecipientKey == key && m.Template == message.Template)
            .Select(m => new { m.Channel, m.State }).ToListAsync(cancellationToken);
        if (others.Any(other => !ToldNobody.Contains(other.State)))
        {
            await TakeBackAsync(message.Id, cancellationToken);
        }
        else if (others.All(other => other.Channel != message.Channel))
        {
            (message.PersonId, message.RecipientKey, message.AskedForId) = (kept, key, kept == asked ? null : asked);
        }
    }

    /// <summary>Unless it has left, or is leaving in this moment.</summary>
    private Task<int> TakeBackAsync(Guid id, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return context.Messages.Where(m => m.Id == id && MessageStates.NotLeft.Contains(m.State) && (m.LeaseUntil == null || m.LeaseUntil < now)).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, MessageState.Cancelled).SetProperty(m => m.Reason, Twin).SetProperty(m => m.SettledAt, now), cancellationToken);
    }

    /// <summary>Whoever was stopped under either record is stopped; nothing starts again by itself, not even when the records are taken apart.</summary>
    private async Task StopTooAsync(PersonsMerged merged, CancellationToken cancellationToken)
    {
        var stopped = await context.Stops.Where(s => s.Kind == StopKind.Person && s.LiftedAt == null && (s.PersonId == merged.FromId || s.PersonId == merged.IntoId)).ToListAsync(cancellationToken);
        if (stopped.Find(stop => stop.PersonId == merged.FromId) is { } stop && stopped.TrueForAll(other => other.PersonId != merged.IntoId))
        {
            var now = clock.GetUtcNow();
            context.Stops.Add(new Stop { Id = Guid.CreateVersion7(now), Kind = StopKind.Person, PersonId = merged.IntoId, Reason = stop.Reason, At = now, By = stop.By });
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
