using System.Runtime.CompilerServices;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>All services as search entries, for rebuilding the projection.</summary>
internal sealed class ServiceSearchEntries(ListingsDbContext context) : ISearchEntries
{
    private const int BatchSize = 1000;

    public string Source => ServiceSearchEntry.Source;

    public async IAsyncEnumerable<SearchEntry> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Guid? last = null;
        while (true)
        {
            var batch = await context.Services.AsNoTrackingWithIdentityResolution().AsSplitQuery()
                .Include(service => service.Organisation)
                .Include(service => service.Needs)
                .Include(service => service.Costs)
                .Include(service => service.AccessFacts)
                .Include(service => service.Places.OrderBy(place => place.Position)).ThenInclude(place => place.Place)
                .Where(service => last == null || service.Id > last)
                .OrderBy(service => service.Id)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            foreach (var service in batch)
            {
                yield return ServiceSearchEntry.From(service, service.Organisation!.Name, [.. service.Places.Select(place => place.Place!)]);
            }

            if (batch.Count < BatchSize)
            {
                yield break;
            }

            last = batch[^1].Id;
        }
    }
}
