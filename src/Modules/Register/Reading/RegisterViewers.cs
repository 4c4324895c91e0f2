using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Reading;

/// <summary>Who of a family may see an entry, or say yes and no on it: one answer for their own page and for every message. What stands between two people People knows.</summary>
internal sealed class RegisterViewers(RegisterReader reader, IPeople people, TimeProvider clock)
{
    /// <returns>Entries that stand, about the person or about children for whom they decide; the newest first.</returns>
    public async Task<IReadOnlyList<Guid>> EntriesForAsync(Guid personId, CancellationToken cancellationToken)
    {
        // An entry stays with the record on which it was made, also when that one went into another.
        List<Guid> children = [];
        foreach (var child in (await people.ChildrenOfAsync(personId, cancellationToken)).Append(personId))
        {
            children.AddRange(await people.RecordsOfAsync(child, cancellationToken));
        }

        List<Guid> seen = [];
        foreach (var about in (await reader.For(PublicTask.OwnEntry).AsNoTracking().Where(entry => children.Contains(entry.ChildId) && entry.State != EntryState.Duplicate)
            .OrderByDescending(entry => entry.ReceivedAt).Select(entry => new { entry.Id, entry.ChildId }).ToListAsync(cancellationToken)).GroupBy(entry => entry.ChildId))
        {
            if (await CapacityAsync(personId, about.Key, cancellationToken) is not null)
            {
                seen.AddRange(about.Select(entry => entry.Id));
            }
        }

        return seen;
    }

    /// <returns>Everybody who may say yes or no for the child today.</returns>
    public async Task<IReadOnlyList<Guid>> SpeakersAsync(Guid childId, CancellationToken cancellationToken)
    {
        List<Guid> speakers = [];
        foreach (var person in (await people.AroundAsync(childId, cancellationToken)).Select(one => one.PersonId).Append(childId).Distinct())
        {
            if (await CapacityAsync(person, childId, cancellationToken) is not null)
            {
                speakers.Add(person);
            }
        }

        return speakers;
    }

    /// <returns>Everybody who is asked about the entry: who speaks for the child, and the child from the age at which they can join by themselves.</returns>
    public async Task<IReadOnlyList<Guid>> AskedAsync(Guid childId, CancellationToken cancellationToken)
    {
        if ((await people.FindAsync([childId], cancellationToken)).GetValueOrDefault(childId) is not { } child)
        {
            return [];
        }

        var speakers = await SpeakersAsync(child.Id, cancellationToken);
        return child.BornOn is { } born && born.AddYears(RegisterAges.YoungestAlone) <= clock.Today() ? speakers : [.. speakers.Where(speaker => speaker != child.Id)];
    }

    /// <summary>Whether a word by this right decides for the child today: a yes, and the end of the entry.</summary>
    public async Task<bool> DecidesAsync(GiverCapacity capacity, Guid childId, CancellationToken cancellationToken) =>
        ConsentRules.Decides(capacity, (await people.FindAsync([childId], cancellationToken)).GetValueOrDefault(childId)?.BornOn, clock.Today());

    /// <returns>By what right this person speaks for the child now; null when they may not even see the entry.</returns>
    public async Task<GiverCapacity?> CapacityAsync(Guid personId, Guid childId, CancellationToken cancellationToken) =>
        (await people.HeldFromAsync(personId, childId, cancellationToken)).Count > 0 ? null : await RightAsync(personId, childId, cancellationToken);

    /// <summary>The right alone: what stands between the two for a time, as a restriction, does not end it.</summary>
    /// <returns>Null when it has ended, or never was.</returns>
    public async Task<GiverCapacity?> RightAsync(Guid personId, Guid childId, CancellationToken cancellationToken)
    {
        var found = await people.FindAsync([personId, childId], cancellationToken);
        if (!found.TryGetValue(personId, out var person) || !found.TryGetValue(childId, out var child) || person.DiedOn is not null)
        {
            return null;
        }

        if (person.Id == child.Id)
        {
            return GiverCapacity.YoungPerson;
        }

        var today = clock.Today();
        var around = (await people.AroundAsync(child.Id, cancellationToken)).Where(one => one.PersonId == person.Id && one.WasOn(today)).ToList();

        // Parental responsibility ends with the eighteenth birthday; whom the young person has agreed to may still look, which People has just said.
        var asked = child.BornOn is { } born && RegisterAges.Eighteenth(born).AddDays(-1) is var last && last < today ? last : today;
        return around switch
        {
            _ when around.Exists(one => one.Kind == RelationshipKind.Deputy) => GiverCapacity.Deputy,
            _ when around.Exists(one => one.HadResponsibilityOn(asked)) => GiverCapacity.Parent,
            _ => null,
        };
    }
}
