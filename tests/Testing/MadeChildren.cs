using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.References;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

/// <summary>Many children at once, for tests that need thousands.</summary>
public static class MadeChildren
{
    private static int number;

    /// <param name="app">The host.</param>
    /// <param name="children">Birth date and, of those who have died, the day.</param>
    /// <returns>Their ids, in the same order.</returns>
    public static async Task<IReadOnlyList<Guid>> ChildrenAsync(this App app, IReadOnlyList<(DateOnly BornOn, DateOnly? DiedOn)> children)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var people = scope.ServiceProvider.GetRequiredService<PeopleDbContext>();
        var indexes = scope.ServiceProvider.GetRequiredService<PeopleIndexes>();
        var now = app.Clock.GetUtcNow();
        HashSet<string> references = [];
        List<PersonRecord> rows = [];
        foreach (var (born, died) in children)
        {
            var id = Guid.CreateVersion7(now);
            string reference;
            do
            {
                reference = References.New(PersonRecord.ReferencePrefix);
            }
            while (!references.Add(reference));
            var person = new PersonRecord
            {
                Id = id,
                KeptId = id,
                Reference = reference,
                Kind = PersonKind.Child,
                GivenName = "",
                FamilyName = "",
                RecordedAt = now,
                ChangedAt = now,
                DiedOn = died,
                IsDead = died is not null,
            };
            person.Name($"Many{Interlocked.Increment(ref number)}", "Madeup", null, born, indexes);
            rows.Add(person);
        }

        await people.CopyAsync(rows, CancellationToken.None);
        return [.. rows.Select(row => row.Id)];
    }
}
