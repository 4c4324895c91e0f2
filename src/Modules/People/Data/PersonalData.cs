using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Features;
using Medway.LocalOffer.People.Features.Staff;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Data;

/// <summary>
/// What People holds about a person. Names of others, restrictions and hidden addresses are left out of the copy: they are about more than one
/// person, and somebody's safety hangs on them; the duty and safety lead answers for those by hand.
/// </summary>
internal sealed class PersonalData(PeopleDbContext context, IPeople people, Unnamed unnamed, AuditTrail audit, Outbox outbox, TimeProvider clock) : IPersonalData
{
    public string Holder => "People";

    public bool IsLast => true;

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(Guid personId, CancellationToken cancellationToken)
    {
        var rows = await context.RowsOfAsync(personId, cancellationToken);
        var persons = await context.Persons.AsNoTracking().Where(person => rows.Contains(person.Id)).OrderBy(person => person.Id).ToListAsync(cancellationToken);
        if (persons.Count == 0)
        {
            return [];
        }

        var contacts = await context.Contacts.AsNoTracking().Where(contact => rows.Contains(contact.PersonId!.Value)).OrderBy(contact => contact.Id).ToListAsync(cancellationToken);
        var relationships = await context.Relationships.AsNoTracking()
            .Where(relationship => rows.Contains(relationship.PersonId) || rows.Contains(relationship.ChildId)).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var preferences = (await people.PreferencesAsync([personId], cancellationToken))[personId];
        return
        [
            .. persons.Select(person => new PersonalRecord("Your record", person.RecordedAt,
            [
                new("Reference", person.Reference), new("First name", person.GivenName), new("Last name", person.FamilyName),
                new("Likes to be called", person.Given), new("Born", person.BornOn?.Long() ?? "Not known"), new("Died", person.DiedOn?.Long() ?? ""),
            ])),
            .. contacts.Select(contact => new PersonalRecord("A way to reach you", contact.ChangedAt,
                [new("What", RecordWords.Of(contact.Kind)), new("Where", contact.Value.Replace("\n", ", ", StringComparison.Ordinal)), new("State", RecordWords.Of(contact.State))])),
            .. relationships.Select(relationship => new PersonalRecord("Family and those who work with you", relationship.ChangedAt,
                [new("What", RecordWords.Of(relationship.Kind)), new("Responsibility", RecordWords.Responsibility(relationship)), new("When", RecordWords.Span(relationship.From, relationship.To)), new("Agreed", RecordWords.Agreed(relationship))])),
            new PersonalRecord("How you like to be told", null, [.. PreferencesWords.Of(preferences).Select(said => KeyValuePair.Create(said.What, said.How))]),
        ];
    }

    public async Task<IReadOnlyList<ErasureStep>> PlanErasureAsync(Guid personId, CancellationToken cancellationToken)
    {
        var rows = await context.RowsOfAsync(personId, cancellationToken);
        var why = await unnamed.WhyNotAsync(personId, isErased: true, cancellationToken);
        return
        [
            new("Ways to reach you", await context.Contacts.CountAsync(contact => rows.Contains(contact.PersonId!.Value), cancellationToken)),
            new("How you like to be told", await context.Preferences.CountAsync(preferences => rows.Contains(preferences.PersonId), cancellationToken)),
            new("Names and birth dates", await context.Persons.CountAsync(person => rows.Contains(person.Id) && person.NameIndex != Unnamed.NoName, cancellationToken), why),
            new("Relationships", await context.Relationships.CountAsync(r => rows.Contains(r.PersonId) || rows.Contains(r.ChildId), cancellationToken), why),
            new("What keeps somebody safe", await context.Restrictions.CountAsync(r => rows.Contains(r.PersonId) || rows.Contains(r.AgainstId!.Value), cancellationToken), "Somebody’s safety hangs on it"),
        ];
    }

    public async Task EraseAsync(Guid personId, string reason, CancellationToken cancellationToken)
    {
        var rows = await context.RowsOfAsync(personId, cancellationToken);
        var contacts = await context.Contacts.Where(contact => rows.Contains(contact.PersonId!.Value)).ToListAsync(cancellationToken);
        var preferences = await context.Preferences.Where(p => rows.Contains(p.PersonId)).ToListAsync(cancellationToken);
        context.RemoveRange(contacts);
        context.RemoveRange(preferences);
        if (!await unnamed.TakeAsync(personId, isErased: true, cancellationToken) && contacts.Count + preferences.Count == 0)
        {
            return;
        }

        await NoteAsync(PeopleAudit.Erased, personId, reason, contacts, cancellationToken);
    }

    /// <summary>No contact point is safe any more: the send-time gate then holds everything, until somebody checks one.</summary>
    public async Task<int> StopAllAsync(Guid personId, string reason, CancellationToken cancellationToken)
    {
        var rows = await context.RowsOfAsync(personId, cancellationToken);
        var contacts = await context.Contacts.Where(contact => rows.Contains(contact.PersonId!.Value) && contact.IsSafe && contact.State != ContactState.Ended).ToListAsync(cancellationToken);
        var hidden = await context.HiddenContacts.Where(contact => rows.Contains(contact.PersonId) && contact.IsSafe).ToListAsync(cancellationToken);
        if (contacts.Count + hidden.Count == 0)
        {
            return 0;
        }

        contacts.ForEach(contact => (contact.IsSafe, contact.ChangedAt) = (false, clock.GetUtcNow()));
        hidden.ForEach(contact => (contact.IsSafe, contact.ChangedAt) = (false, clock.GetUtcNow()));
        await NoteAsync(PeopleAudit.Stopped, personId, reason, contacts, cancellationToken);
        return contacts.Count + hidden.Count;
    }

    private async Task NoteAsync(AuditEvent what, Guid personId, string reason, List<ContactRecord> contacts, CancellationToken cancellationToken)
    {
        audit.Record(context, what, PeopleAudit.Subject, personId, reason, personIds: [personId]);
        contacts.ForEach(contact => outbox.Publish(context, new ContactPointChanged(contact.PersonId!.Value, contact.Id)));
        await context.SaveChangesAsync(cancellationToken);
    }
}
