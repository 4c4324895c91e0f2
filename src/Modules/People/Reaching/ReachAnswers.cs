using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Reaching;

/// <summary>The send-time gate's half in People: one look at the data for a whole batch of questions.</summary>
internal sealed class ReachAnswers(PeopleDbContext context, PeopleReader reader, AuditTrail audit, Outbox outbox, TimeProvider clock) : IReach
{
    public async Task<IReadOnlyList<ReachAnswer>> AskAsync(IReadOnlyList<ReachQuestion> questions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var now = clock.GetUtcNow();
        var named = await NamedContactsAsync(questions, cancellationToken);
        Guid? RecipientOf(ReachQuestion question) => question.RecipientId
            ?? (question.ContactPointId is { } id && named.TryGetValue(id, out var contact) ? contact.PersonId : null);
        var people = await reader.ReadAsync(
            [.. questions.SelectMany(question => new[] { RecipientOf(question), question.AboutId }).OfType<Guid>().Distinct()], cancellationToken);
        var relationships = await RelationshipsAsync(questions, people, cancellationToken);
        var shared = await SharedWithTheKeptAwayAsync(people.Values, cancellationToken);
        return [.. questions.Select(question => Answer(question, RecipientOf(question), named, people, relationships, shared, now))];
    }

    private static ReachAnswer Answer(
        ReachQuestion question, Guid? recipientId, Dictionary<Guid, KnownContact> named, IReadOnlyDictionary<Guid, Someone> people,
        ILookup<(Guid, Guid), RelationshipRecord> relationships, HashSet<Guid> shared, DateTimeOffset now)
    {
        if (recipientId is null)
        {
            if (question.ContactPointId is not { } id || !named.TryGetValue(id, out var proposed))
            {
                return new([HeldReason.Unknown], null, question.ContactPointId, null, now);
            }

            var refused = ReachRules.Proposed(proposed, question);
            return new(refused, null, id, refused.Count == 0 ? To("", proposed) : null, now);
        }

        if (!people.TryGetValue(recipientId.Value, out var recipient))
        {
            return new([HeldReason.Unknown], null, question.ContactPointId, null, now);
        }

        List<HeldReason> held = [.. ReachRules.AboutRecipient(recipient)];
        if (question.AboutId is { } aboutId)
        {
            held.AddRange(people.TryGetValue(aboutId, out var about)
                ? ReachRules.BetweenThem(recipient, about, [.. relationships[(recipient.KeptId, about.KeptId)]], UkTime.DateIn(now))
                : [HeldReason.Unknown]);
        }

        var (contact, reasons) = ReachRules.Where(recipient, question, contact => shared.Contains(contact.Id));
        held.AddRange(reasons);
        return new(
            [.. held.Distinct()], recipient.KeptId, contact?.Id,
            held.Count == 0 && contact is not null ? To($"{recipient.Kept.Given} {recipient.Kept.FamilyName}", contact) : null, now);
    }

    private static Destination To(string name, KnownContact contact) => new(name, contact.Value.Split('\n'), contact.IsHidden);

    /// <summary>Contact points that questions name, with their owners.</summary>
    private async Task<Dictionary<Guid, KnownContact>> NamedContactsAsync(IReadOnlyList<ReachQuestion> questions, CancellationToken cancellationToken)
    {
        var ids = questions.Where(question => question.RecipientId is null).Select(question => question.ContactPointId).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var plain = await context.Contacts.AsNoTracking().Where(contact => ids.Contains(contact.Id)).ToListAsync(cancellationToken);
        var hidden = plain.Count == ids.Count ? [] : await context.HiddenContacts.AsNoTracking().Where(contact => ids.Contains(contact.Id)).ToListAsync(cancellationToken);
        return plain.Select(KnownContact.Of).Concat(hidden.Select(KnownContact.Of)).ToDictionary(contact => contact.Id);
    }

    private async Task<ILookup<(Guid, Guid), RelationshipRecord>> RelationshipsAsync(
        IReadOnlyList<ReachQuestion> questions, IReadOnlyDictionary<Guid, Someone> people, CancellationToken cancellationToken)
    {
        var children = questions.Select(question => question.AboutId).OfType<Guid>().Where(people.ContainsKey).SelectMany(id => people[id].Ids).Distinct().ToList();
        var all = children.Count == 0 ? [] : await context.Relationships.AsNoTracking()
            .Where(relationship => children.Contains(relationship.ChildId)).ToListAsync(cancellationToken);
        return all.Where(relationship => people.ContainsKey(relationship.PersonId))
            .ToLookup(relationship => (people[relationship.PersonId].KeptId, people[relationship.ChildId].KeptId));
    }

    /// <summary>
    /// Contact points of somebody protected by an order that the person kept away by it has too: the shared old home, the family's phone. A letter
    /// there would be read by the wrong one.
    /// </summary>
    private async Task<HashSet<Guid>> SharedWithTheKeptAwayAsync(IEnumerable<Someone> people, CancellationToken cancellationToken)
    {
        var orders = people.Distinct().SelectMany(someone => someone.Protecting
            .Where(restriction => restriction is { Kind: RestrictionKind.NoContactOrder, AgainstId: not null })
            .Select(restriction => (Someone: someone, Against: restriction.AgainstId!.Value))).ToList();
        if (orders.Count == 0)
        {
            return [];
        }

        var against = orders.Select(order => order.Against).Distinct().ToList();
        var theirs = (await (
                from contact in context.Contacts
                join row in context.Persons on contact.PersonId equals row.Id
                where context.Persons.Any(person => against.Contains(person.Id) && person.KeptId == row.KeptId) && contact.State != ContactState.Ended
                select new { row.KeptId, contact.Kind, contact.ValueIndex }).ToListAsync(cancellationToken))
            .Select(contact => (contact.Kind, Convert.ToHexString(contact.ValueIndex))).ToHashSet();
        return [.. orders.SelectMany(order => order.Someone.Contacts)
            .Where(contact => contact.Index is not null && theirs.Contains((contact.Kind, Convert.ToHexString(contact.Index))))
            .Select(contact => contact.Id)];
    }

    public async Task<Guid?> ReportAsync(Guid contactPointId, ContactFailure failure, CancellationToken cancellationToken)
    {
        var state = failure switch
        {
            ContactFailure.Bounced => ContactState.Bounced,
            ContactFailure.Returned => ContactState.Returned,
            _ => ContactState.Unverified,
        };
        var now = clock.GetUtcNow();
        var plain = await context.Contacts.SingleOrDefaultAsync(contact => contact.Id == contactPointId, cancellationToken);
        var hidden = plain is null ? await context.HiddenContacts.SingleOrDefaultAsync(contact => contact.Id == contactPointId, cancellationToken) : null;
        if ((plain?.PersonId ?? hidden?.PersonId) is not { } owner)
        {
            return null;
        }

        // Told twice, or told late of one that somebody has ended: nothing to do.
        if ((plain?.State ?? hidden!.State) is ContactState.Verified or ContactState.Unverified)
        {
            if (plain is not null)
            {
                (plain.State, plain.ChangedAt) = (state, now);
            }
            else
            {
                (hidden!.State, hidden.ChangedAt) = (state, now);
            }

            audit.Record(
                context, PeopleAudit.ContactReported, PeopleAudit.Subject, owner, personIds: [owner],
                changes: [new AuditChange("contact_state", null, state.ToString())]);
            outbox.Publish(context, new ContactPointChanged(owner, contactPointId));
            await context.SaveChangesAsync(cancellationToken);
        }

        return await context.Persons.Where(person => person.Id == owner).Select(person => (Guid?)person.KeptId).SingleAsync(cancellationToken);
    }
}
