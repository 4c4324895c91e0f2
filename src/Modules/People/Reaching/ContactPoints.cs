using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Reaching;

/// <summary>Contact points as other modules know them: by id, masked, and only those that may be used.</summary>
internal sealed class ContactPoints(
    PeopleDbContext context, PeopleReader reader, PeopleIndexes indexes, AuditTrail audit, Outbox outbox, TimeProvider clock) : IContactPoints
{
    public async Task<IReadOnlyList<ContactPoint>> OfPersonAsync(Guid personId, CancellationToken cancellationToken) =>
        (await reader.ReadAsync([personId], cancellationToken)).TryGetValue(personId, out var person)
            ? [.. UsableOf(person).OrderBy(contact => contact.Kind).ThenByDescending(contact => contact.ChangedAt).Select(contact => AsPoint(contact, person.KeptId))]
            : [];

    public async Task<ContactPoint?> FindVerifiedAsync(ContactPointKind kind, string typed, CancellationToken cancellationToken)
    {
        var index = indexes.Contact(kind, typed);
        var owners = await context.Contacts.Where(contact => contact.Kind == kind && contact.ValueIndex == index).Select(contact => contact.PersonId)
            .Concat(context.HiddenContacts.Where(contact => contact.Kind == kind && contact.ValueIndex == index).Select(contact => (Guid?)contact.PersonId))
            .Where(owner => owner != null).Select(owner => owner!.Value).Distinct().ToListAsync(cancellationToken);
        var people = (await reader.ReadAsync(owners, cancellationToken)).Values.Distinct();
        var found = people.SelectMany(person => UsableOf(person)
            .Where(contact => contact.Kind == kind && contact.Index.AsSpan().SequenceEqual(index))
            .Select(contact => AsPoint(contact, person.KeptId)).Take(1)).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    public async Task<Guid> ProposeAsync(ContactPointKind kind, string typed, CancellationToken cancellationToken)
    {
        if (await FindVerifiedAsync(kind, typed, cancellationToken) is { } known)
        {
            return known.Id;
        }

        var index = indexes.Contact(kind, typed);
        var proposed = context.Contacts.Where(contact => contact.PersonId == null && contact.Kind == kind && contact.ValueIndex == index).Select(contact => (Guid?)contact.Id);

        // Two who type the same at once: the second one waits and finds what the first has written.
        using var transaction = OneTransaction.Begin();
        await context.Database.LockAsync("people.propose-contact", cancellationToken);
        if (await proposed.SingleOrDefaultAsync(cancellationToken) is { } before)
        {
            transaction.Complete();
            return before;
        }

        var now = clock.GetUtcNow();
        var text = ContactText.Read(kind, typed);
        var id = Guid.CreateVersion7(now);
        context.Contacts.Add(new ContactRecord
        {
            Id = id,
            Kind = kind,
            Value = text.Problem is null ? text.Value : typed.Trim(),
            ValueIndex = index,
            State = ContactState.Proposed,
            ChangedAt = now,
        });
        await context.SaveChangesAsync(cancellationToken);
        transaction.Complete();
        return id;
    }

    public async Task<string?> MaskedAsync(Guid contactPointId, CancellationToken cancellationToken)
    {
        if (await context.Contacts.AsNoTracking().SingleOrDefaultAsync(contact => contact.Id == contactPointId, cancellationToken) is { } plain)
        {
            return plain.State is ContactState.Proposed or ContactState.Verified ? ContactText.Mask(plain.Kind, plain.Value) : null;
        }

        return await context.HiddenContacts.AsNoTracking().SingleOrDefaultAsync(contact => contact.Id == contactPointId, cancellationToken) is { IsUsable: true } hidden
            ? ContactText.MaskHidden(hidden.Kind)
            : null;
    }

    public async Task<string?> TypedAsync(Guid contactPointId, CancellationToken cancellationToken) =>
        (await context.Contacts.AsNoTracking().SingleOrDefaultAsync(contact => contact.Id == contactPointId && contact.State == ContactState.Proposed, cancellationToken))?.Value;

    public async Task<IReadOnlyDictionary<Guid, ContactPointKind>> KindsAsync(IReadOnlyCollection<Guid> contactPointIds, CancellationToken cancellationToken)
    {
        if (contactPointIds.Count == 0)
        {
            return new Dictionary<Guid, ContactPointKind>();
        }

        var kinds = await context.Contacts.Where(contact => contactPointIds.Contains(contact.Id)).Select(contact => new { contact.Id, contact.Kind })
            .ToDictionaryAsync(contact => contact.Id, contact => contact.Kind, cancellationToken);
        if (kinds.Count < contactPointIds.Count)
        {
            foreach (var hidden in await context.HiddenContacts.Where(contact => contactPointIds.Contains(contact.Id)).Select(contact => new { contact.Id, contact.Kind }).ToListAsync(cancellationToken))
            {
                kinds[hidden.Id] = hidden.Kind;
            }
        }

        return kinds;
    }

    public async Task<IReadOnlyDictionary<Guid, Guid>> OwnersAsync(IReadOnlyCollection<Guid> contactPointIds, CancellationToken cancellationToken) => contactPointIds.Count == 0
        ? new Dictionary<Guid, Guid>()
        : await context.Contacts.Where(contact => contactPointIds.Contains(contact.Id) && contact.PersonId != null).Select(contact => new { contact.Id, PersonId = contact.PersonId!.Value })
            .Concat(context.HiddenContacts.Where(contact => contactPointIds.Contains(contact.Id)).Select(contact => new { contact.Id, contact.PersonId }))
            .ToDictionaryAsync(contact => contact.Id, contact => contact.PersonId, cancellationToken);

    public Task ForgetProposedAsync(Guid contactPointId, CancellationToken cancellationToken) =>
        context.Contacts.Where(contact => contact.Id == contactPointId && contact.State == ContactState.Proposed).ExecuteDeleteAsync(cancellationToken);

    public async Task<bool> AcceptAsync(Guid contactPointId, Guid personId, CancellationToken cancellationToken)
    {
        var contact = await context.Contacts.SingleOrDefaultAsync(c => c.Id == contactPointId && c.State == ContactState.Proposed, cancellationToken);
        if (contact is null || !(await reader.ReadAsync([personId], cancellationToken)).TryGetValue(personId, out var person))
        {
            return false;
        }

        // The same one may stand on the record already, unverified or come back: the one that was just proved takes its place.
        foreach (var old in await context.Contacts
            .Where(c => c.PersonId == personId && c.Kind == contact.Kind && c.ValueIndex == contact.ValueIndex && c.State != ContactState.Ended)
            .ToListAsync(cancellationToken))
        {
            old.State = ContactState.Ended;
        }

        await context.SaveChangesAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (person.HidingReasons.Count > 0)
        {
            // Whose address is hidden has it in the other table, and the lead must say first that it is safe.
            context.HiddenContacts.Add(HiddenContactsOf.From(contact, personId, ContactState.Verified, isSafe: false, now));
            context.Contacts.Remove(contact);
        }
        else
        {
            (contact.PersonId, contact.State, contact.ChangedAt) = (personId, ContactState.Verified, now);
        }

        audit.Record(context, PeopleAudit.ContactAdded, PeopleAudit.Subject, personId, personIds: [personId]);
        outbox.Publish(context, new ContactPointChanged(personId, contact.Id));
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static IEnumerable<KnownContact> UsableOf(Someone person) => person.IsDead
        ? []
        : person.Contacts.Where(contact => contact.IsUsable && contact.Kind != ContactPointKind.Address && contact.IsHidden == person.HidingReasons.Count > 0);

    private static ContactPoint AsPoint(KnownContact contact, Guid keptId) =>
        new(contact.Id, keptId, contact.Kind, contact.IsHidden ? ContactText.MaskHidden(contact.Kind) : ContactText.Mask(contact.Kind, contact.Value), contact.ChangedAt);
}
