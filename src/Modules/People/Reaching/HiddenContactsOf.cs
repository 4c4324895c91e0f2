using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Reaching;

/// <summary>Moves contact points of a person into the table of hidden ones, and back. They keep their ids: sign-ins hang on them.</summary>
internal sealed class HiddenContactsOf(PeopleDbContext context, TimeProvider clock)
{
    /// <summary>From now on nothing is sent to any of them until the lead has said that it is safe.</summary>
    public async Task HideAsync(Guid personId, CancellationToken cancellationToken)
    {
        foreach (var contact in await context.Contacts.Where(contact => contact.PersonId == personId).ToListAsync(cancellationToken))
        {
            context.HiddenContacts.Add(From(contact, personId, contact.State, isSafe: false, contact.ChangedAt));
            context.Contacts.Remove(contact);
        }
    }

    /// <summary>Those that were not marked safe must be verified again. Of two that are the same only one stays, a safe one first.</summary>
    public async Task ShowAsync(Guid personId, PeopleIndexes indexes, CancellationToken cancellationToken)
    {
        HashSet<string> seen = [];
        var all = await context.HiddenContacts.Where(contact => contact.PersonId == personId).ToListAsync(cancellationToken);
        foreach (var contact in all.OrderBy(contact => contact.State == ContactState.Ended).ThenByDescending(contact => contact.IsUsable).ThenBy(contact => contact.Id))
        {
            var index = indexes.Contact(contact.Kind, contact.Value);
            context.Contacts.Add(new ContactRecord
            {
                Id = contact.Id,
                PersonId = personId,
                Kind = contact.Kind,
                Value = contact.Value,
                ValueIndex = index,
                State = !seen.Add($"{contact.Kind} {Convert.ToHexString(index)}") ? ContactState.Ended
                    : contact.State == ContactState.Verified && !contact.IsSafe ? ContactState.Unverified
                    : contact.State,
                ChangedAt = clock.GetUtcNow(),
            });
            context.HiddenContacts.Remove(contact);
        }
    }

    public static HiddenContact From(ContactRecord contact, Guid personId, ContactState state, bool isSafe, DateTimeOffset changedAt) => new()
    {
        Id = contact.Id,
        PersonId = personId,
        Kind = contact.Kind,
        Value = contact.Value,
        ValueIndex = contact.Kind == ContactPointKind.Address ? null : contact.ValueIndex,
        State = state,
        IsSafe = isSafe,
        ChangedAt = changedAt,
    };
}
