using System.Runtime.CompilerServices;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>All services as search entries, for rebuilding the projection.</summary>
internal sealed class ServiceSearchEntries(ListingsDbContext context, ServiceEntries entries) : ISearchEntries
{
    private const int BatchSize = 1000;

    public string Source => ServiceSearchEntry.Source;

    public async IAsyncEnumerable<SearchEntry> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Guid? last = null;
        while (true)
        {
            var batch = await ServiceEntries.Whole(context.Services)
                .Where(service => service.State == RecordState.Live && (last == null || service.Id > last))
                .OrderBy(service => service.Id)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            foreach (var service in batch)
            {
                if (entries.Of(service) is { } entry)
                {
                    yield return entry;
                }
            }

            if (batch.Count < BatchSize)
            {
                yield break;
            }

            last = batch[^1].Id;
        }
    }
}
