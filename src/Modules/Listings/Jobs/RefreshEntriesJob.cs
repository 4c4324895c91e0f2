using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Jobs;

/// <summary>
/// Keeps true what changes by itself when a day passes: next dates, how sure we are, and whether a service is found at all. It looks every
/// hour, because a job that runs once a day misses the day on which the machine was off; it writes only what differs.
/// </summary>
internal sealed class RefreshEntriesJob(ListingsDbContext context, ServiceEntries entries, ServiceLoads loads, TimeProvider clock) : IJob
{
    private const int BatchSize = 500;

    public static string Kind => "listings.entries-refresh";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        Guid? last = null;
        var changed = false;
        while (true)
        {
            using var transaction = OneTransaction.Begin();

            await loads.WaitForOthersAsync(cancellationToken);
            var batch = await ServiceEntries.Whole(context.Services)
                .Where(service => service.State == RecordState.Live && (last == null || service.Id > last))
                .OrderBy(service => service.Id)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            changed |= await RefreshAsync(batch, cancellationToken);
            transaction.Complete();
            if (batch.Count < BatchSize)
            {
                break;
            }

            last = batch[^1].Id;
        }

        if (changed)
        {
            await Notices.NotifyAsync(context, ListingsModule.CacheTag, cancellationToken);
        }
    }

    private async Task<bool> RefreshAsync(IReadOnlyList<Service> batch, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. batch.Select(service => service.Id)];
        var standing = await context.SearchEntries.Where(entry => ids.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        foreach (var service in batch)
        {
            var sureness = Freshness.SurenessOn(clock.Today(), service.Verified, service.LoadedOn, service.LastCheckedOn, service.CheckMonths);
            if (sureness != service.Sureness)
            {
                service.Sureness = sureness;
                await context.Services.Where(row => row.Id == service.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Sureness, sureness), cancellationToken);
            }

            var entry = entries.Of(service);
            if (standing.GetValueOrDefault(service.Id) is not { } stands)
            {
                context.AddRange(entry is null ? [] : [entry]);
            }
            else if (entry is null)
            {
                context.Remove(stands);
            }
            else if (!entry.NextDates.SequenceEqual(stands.NextDates) || entry.Sureness != stands.Sureness || entry.Facets != stands.Facets)
            {
                context.Entry(stands).CurrentValues.SetValues(entry);
            }
        }

        var written = await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return written > 0;
    }
}
