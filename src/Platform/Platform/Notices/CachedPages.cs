using System.Collections.Concurrent;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Notices;

/// <summary>
/// Drops this host's cached pages by their tag. A page that was being made while something on it changed is put into the cache after the
/// dropping; so the key of every page holds the generation of its tags, and such a page stands under a key that nobody asks for again.
/// </summary>
public sealed class CachedPages(IServiceProvider services)
{
    private readonly ConcurrentDictionary<string, long> generations = [];

    /// <returns>A number that grows with each dropping of one of the tags.</returns>
    public long Generation(params IEnumerable<string> tags) => tags.Sum(tag => generations.GetValueOrDefault(tag));

    /// <summary>Call it when what the pages read is new already. A host without an output cache has nothing to drop.</summary>
    public async Task DropAsync(string tag, CancellationToken cancellationToken)
    {
        generations.AddOrUpdate(tag, 1, (_, before) => before + 1);
        if (services.GetService<IOutputCacheStore>() is { } store)
        {
            await store.EvictByTagAsync(tag, cancellationToken);
        }
    }
}
