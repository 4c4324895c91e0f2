using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

/// <summary>A child and the parent who decides.</summary>
public sealed record MadePair(Guid ChildId, Guid ParentId);

/// <summary>Children, each with one parent who has an e-mail address, by COPY through the product's own encryption.</summary>
public static class MadeCrowd
{
    /// <param name="app">The host.</param>
    /// <param name="first">Number of the first: names hold it, so that no two are alike.</param>
    /// <param name="born">One child for each of these days.</param>
    public static async Task<IReadOnlyList<MadePair>> CrowdAsync(this App app, int first, IReadOnlyList<DateOnly> born)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(born);
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var people = scope.ServiceProvider.GetRequiredService<PeopleDbContext>();
        var indexes = scope.ServiceProvider.GetRequiredService<PeopleIndexes>();
        var (now, today) = (app.Clock.GetUtcNow(), app.Clock.Today());
        List<PersonRecord> children = [];
        List<PersonRecord> parents = [];
        foreach (var (place, day) in born.Index())
        {
            var number = first + place;
            children.Add(Person(PersonKind.Child, $"Child{Letters(number)}", day, now, indexes));
            parents.Add(Person(PersonKind.Adult, $"Parent{Letters(number)}", today.AddYears(-40).AddDays(-(number % 1000)), now, indexes));
        }

        await people.CopyAsync<PersonRecord>([.. children, .. parents], CancellationToken.None);
        await people.CopyAsync<RelationshipRecord>(
            [.. children.Zip(parents, (child, parent) => new RelationshipRecord
            {
                Id = Guid.CreateVersion7(now), PersonId = parent.Id, ChildId = child.Id, Kind = RelationshipKind.Parent, From = child.BornOn, HasResponsibility = true, ChangedAt = now,
            })],
            CancellationToken.None);
        await people.CopyAsync<ContactRecord>(
            [.. parents.Select(parent => (parent, Email: $"{parent.GivenName}@example.org")).Select(one => new ContactRecord
            {
                Id = Guid.CreateVersion7(now), PersonId = one.parent.Id, Kind = ContactPointKind.Email, Value = one.Email, ValueIndex = indexes.Contact(ContactPointKind.Email, one.Email),
                State = ContactState.Verified, ChangedAt = now,
            })],
            CancellationToken.None);
        return [.. children.Zip(parents, (child, parent) => new MadePair(child.Id, parent.Id))];
    }

    private static PersonRecord Person(PersonKind kind, string given, DateOnly born, DateTimeOffset now, PeopleIndexes indexes)
    {
        var id = Guid.CreateVersion7(now);
        var person = new PersonRecord { Id = id, KeptId = id, Reference = $"M-{Convert.ToHexString(id.ToByteArray().AsSpan(7))}"[..20], Kind = kind, GivenName = "", FamilyName = "", RecordedAt = now, ChangedAt = now };
        person.Name(given, "Madeup", null, born, indexes);
        return person;
    }

    private static string Letters(int number) => string.Concat($"{number:00000}".Select(digit => (char)('a' + digit - '0')));
}
