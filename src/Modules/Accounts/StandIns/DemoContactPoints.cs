using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Accounts.StandIns;

/// <summary>
/// Until People exists: knows the made-up families of <c>seeds/demo/people.csv</c>, in memory, and outside Production only. There it knows
/// nobody, so nobody of a family can sign in.
/// </summary>
internal sealed class DemoContactPoints(SeedFiles files, IHostEnvironment environment, TimeProvider clock) : IContactPoints
{
    private readonly Lazy<ConcurrentDictionary<Guid, Known>> points = new(() => new(environment.IsProduction() ? [] : Read(files)));

    public Task<IReadOnlyList<ContactPoint>> OfPersonAsync(Guid personId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ContactPoint>>([.. Verified().Where(point => point.PersonId == personId).OrderBy(point => point.Kind)]);

    public Task<ContactPoint?> FindVerifiedAsync(ContactPointKind kind, string typed, CancellationToken cancellationToken)
    {
        var id = IdOf(kind, typed);
        return Task.FromResult(Verified().FirstOrDefault(point => point.Id == id));
    }

    public Task<Guid> ProposeAsync(ContactPointKind kind, string typed, CancellationToken cancellationToken)
    {
        var id = IdOf(kind, typed);
        if (!environment.IsProduction())
        {
            points.Value.TryAdd(id, new Known(kind, Normal(kind, typed), null, clock.GetUtcNow()));
        }

        return Task.FromResult(id);
    }

    public Task<string?> MaskedAsync(Guid contactPointId, CancellationToken cancellationToken) =>
        Task.FromResult(points.Value.TryGetValue(contactPointId, out var point) ? Mask(point) : null);

    public Task<bool> AcceptAsync(Guid contactPointId, Guid personId, CancellationToken cancellationToken) => Task.FromResult(
        points.Value.TryGetValue(contactPointId, out var point) && point.PersonId is null
        && points.Value.TryUpdate(contactPointId, point with { PersonId = personId, ChangedAt = clock.GetUtcNow() }, point));

    /// <summary>A person by the key that the demo file gives them, for example <c>family-01-parent-1</c>.</summary>
    public Guid? PersonOf(string key) => environment.IsProduction()
        ? null
        : files.Rows(SeedSet.Demo, "people.csv", "key", "id").Where(row => row["key"] == key).Select(row => (Guid?)Guid.Parse(row["id"])).FirstOrDefault();

    private IEnumerable<ContactPoint> Verified() => points.Value
        .Where(point => point.Value.PersonId is not null)
        .Select(point => new ContactPoint(point.Key, point.Value.PersonId!.Value, point.Value.Kind, Mask(point.Value), point.Value.ChangedAt));

    private static IEnumerable<KeyValuePair<Guid, Known>> Read(SeedFiles files)
    {
        foreach (var row in files.Rows(SeedSet.Demo, "people.csv", "id", "email", "phone"))
        {
            foreach (var (kind, text) in new[] { (ContactPointKind.Email, row["email"]), (ContactPointKind.Phone, row["phone"]) })
            {
                if (text.Length > 0)
                {
                    yield return new(IdOf(kind, text), new Known(kind, Normal(kind, text), Guid.Parse(row["id"]), DateTimeOffset.UnixEpoch));
                }
            }
        }
    }

    private static Guid IdOf(ContactPointKind kind, string typed) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {Normal(kind, typed)}")).AsSpan(0, 16));

    private static string Normal(ContactPointKind kind, string typed)
    {
        if (kind == ContactPointKind.Email)
        {
            return typed.Trim().ToLowerInvariant();
        }

        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return digits.StartsWith("44", StringComparison.Ordinal) ? "0" + digits[2..].TrimStart('0') : digits;
    }

    private static string Mask(Known point) => point.Kind == ContactPointKind.Email
        ? $"{point.Text[0]}•••{point.Text[point.Text.IndexOf('@', StringComparison.Ordinal)..]}"
        : $"{point.Text[..2]}••• •••{point.Text[^3..]}";

    private sealed record Known(ContactPointKind Kind, string Text, Guid? PersonId, DateTimeOffset ChangedAt);
}
