using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Data;

/// <summary>
/// Takes names and birth dates away when no module says any more that it needs to know who somebody is. The row stays without them, because other modules
/// keep its id: it leads nowhere.
/// </summary>
internal sealed class Unnamed(PeopleDbContext context, IEnumerable<INeedsNames> needs, AuditTrail audit, Outbox outbox, TimeProvider clock) : IUnneeded
{
    /// <summary>What a page shows in the place of a name.</summary>
    private const string Given = "Erased";

    private const string Family = "record";

    /// <summary>Blind index of nobody.</summary>
    public static readonly byte[] NoName = [];

    /// <returns>Why the name stays; null when nothing keeps it.</returns>
    public async Task<string?> WhyNotAsync(Guid personId, bool isErased, CancellationToken cancellationToken)
    {
        var rows = await context.RowsOfAsync(personId, cancellationToken);
        if (await context.Restrictions.AnyAsync(restriction => rows.Contains(restriction.PersonId) || rows.Contains(restriction.AgainstId!.Value), cancellationToken))
        {
            return "Somebody’s safety hangs on it";
        }

        foreach (var row in rows)
        {
            foreach (var module in needs)
            {
                if (await module.WhyAsync(row, isErased, cancellationToken) is { } why)
                {
                    return why;
                }
            }
        }

        return null;
    }

    /// <summary>In the caller's transaction; the caller saves.</summary>
    /// <returns>False when something keeps the names, or there are none any more.</returns>
    public async Task<bool> TakeAsync(Guid personId, bool isErased, CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(personId, isErased, cancellationToken) is not null)
        {
            return false;
        }

        var rows = await context.RowsOfAsync(personId, cancellationToken);
        var named = await context.Persons.Where(person => rows.Contains(person.Id) && person.NameIndex != NoName).ToListAsync(cancellationToken);
        foreach (var person in named)
        {
            (person.GivenName, person.FamilyName, person.KnownAs, person.BornOn, person.DiedOn) = (Given, Family, null, null, null);
            (person.NameIndex, person.BirthIndex, person.NameBirthIndex, person.ChangedAt) = (NoName, null, null, clock.GetUtcNow());
        }

        var relationships = await context.Relationships.Where(relationship => rows.Contains(relationship.PersonId) || rows.Contains(relationship.ChildId)).ToListAsync(cancellationToken);
        context.RemoveRange(relationships);
        relationships.ForEach(relationship => outbox.Publish(context, new RelationshipChanged(relationship.PersonId, relationship.ChildId)));
        return named.Count + relationships.Count > 0;
    }

    public async Task<bool> ForgetAsync(Guid personId, string reason, CancellationToken cancellationToken)
    {
        if (!await TakeAsync(personId, isErased: false, cancellationToken))
        {
            return false;
        }

        var rows = await context.RowsOfAsync(personId, cancellationToken);
        var contacts = await context.Contacts.Where(contact => rows.Contains(contact.PersonId!.Value)).ToListAsync(cancellationToken);
        context.RemoveRange(contacts);
        context.RemoveRange(await context.Preferences.Where(preferences => rows.Contains(preferences.PersonId)).ToListAsync(cancellationToken));
        contacts.ForEach(contact => outbox.Publish(context, new ContactPointChanged(contact.PersonId!.Value, contact.Id)));
        audit.Record(context, PeopleAudit.Erased, PeopleAudit.Subject, personId, reason, personIds: [personId]);
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }
}
