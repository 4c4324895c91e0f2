using System.Collections.Concurrent;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Content.Features.ViewPage;

/// <summary>
/// Counts the addresses that are not there, for the list of those that are missed most. Kept in memory and written once in a while, so that
/// nobody can fill the database by asking for nonsense. Only what looks like one of our addresses is kept: never a query, never a name with blanks.
/// </summary>
internal sealed class MissedPaths(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private DateTimeOffset nextWrite = DateTimeOffset.MinValue;

    public async Task NoteAsync(string path, CancellationToken cancellationToken)
    {
        if (Slugs.Normal(path) is not { } normal || !normal.Split('/', StringSplitOptions.RemoveEmptyEntries).All(Slugs.IsSlug))
        {
            return;
        }

        if (counts.Count < MostAtOnce || counts.ContainsKey(normal))
        {
            counts.AddOrUpdate(normal, 1, (_, count) => count + 1);
        }

        if (Take() is { Count: > 0 } taken)
        {
            await WriteAsync(taken, cancellationToken);
        }
    }

    private Dictionary<string, int>? Take()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (now < nextWrite)
            {
                return null;
            }

            nextWrite = now + Every;
            var taken = counts.ToDictionary(StringComparer.Ordinal);
            counts.Clear();
            return taken;
        }
    }

    /// <summary>In a scope of its own: the address may have been asked for under another login.</summary>
    private async Task WriteAsync(Dictionary<string, int> taken, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ContentDbContext>();
        var now = clock.GetUtcNow();
        context.MissedPaths.AddRange(taken.Select(missed => new MissedPath
        {
            Id = Guid.CreateVersion7(now),
            Path = missed.Key,
            Day = UkTime.DateIn(now),
            Count = missed.Value,
        }));
        await context.SaveChangesAsync(cancellationToken);
    }
}
