using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>
/// Writes drafts from files in batches: 1,000 services stay within a few megabytes, and a file of 100,000 is never in memory at once. Rows go in
/// and are changed by COPY, past the change tracker. The caller's transaction makes all batches one.
/// </summary>
internal sealed class ServiceWriter
{
    private const int BatchSize = 1000;

    /// <summary>Read and waiting to be written: enough that neither side waits long for the other.</summary>
    private const int BatchesAhead = 2;

    private readonly ListingsDbContext context;
    private readonly ServiceEntries entries;
    private readonly RecordWriter live;
    private readonly string source;
    private readonly OrganisationDrafts organisations;
    private readonly PlaceDrafts places;
    private readonly ServiceRows rows;
    private readonly HashSet<Guid> left = [];
    private Dictionary<string, Area> areas = [];

    public ServiceWriter(ListingsDbContext context, ServiceEntries entries, RecordWriter live, string source, DateOnly today)
    {
        (this.context, this.entries, this.live, this.source) = (context, entries, live, source);
        organisations = new OrganisationDrafts(context, source);
        places = new PlaceDrafts(context, source);
        rows = new ServiceRows(organisations, places, today);
    }

    /// <summary>Writes what was decided of a file's records, while more of them are read.</summary>
    /// <param name="records">Read on another thread: it must not touch the database.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="total">Records that will be written.</param>
    public async Task WriteAsync(IAsyncEnumerable<Decided> records, IProgress<ImportProgress>? progress, int total, CancellationToken cancellationToken)
    {
        areas = await context.Areas.AsNoTracking().ToDictionaryAsync(area => area.Code, StringComparer.Ordinal, cancellationToken);
        await organisations.BeginAsync(cancellationToken);
        await places.BeginAsync(cancellationToken);
        var written = 0;
        var batches = records.Where(record => record.Fate is Fate.Added or Fate.Changed or Fate.Closed).Chunk(BatchSize);
        await foreach (var batch in ReadAhead.Of(batches, BatchesAhead, cancellationToken))
        {
            await AddAsync([.. batch.Where(record => record.Fate == Fate.Added).Select(record => record.Draft!)], cancellationToken);
            await ChangeAsync([.. batch.Where(record => record.Fate == Fate.Changed).Select(record => new KnownDraft(record.ServiceId, record.Draft!))], cancellationToken);
            await CloseAsync([.. batch.Where(record => record.Fate == Fate.Closed).Select(record => record.ServiceId)], cancellationToken);
            progress?.Report(new ImportProgress(written += batch.Length, total));
        }

        await EndAsync(cancellationToken);
    }

    /// <param name="batch">At most <see cref="BatchSize"/> of services that are not there yet.</param>
    private async Task AddAsync(IReadOnlyList<ServiceDraft> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return;
        }

        await WriteAroundAsync(batch, cancellationToken);
        List<Service> services = [.. batch.Select(rows.New)];
        var standing = await places.ReadAsync(batch.SelectMany(draft => draft.Places), cancellationToken);

        // What they are found by is made while the database takes the rows: the two cost about the same.
        var found = Task.Run(() => Entries(batch, services, standing), cancellationToken);
        await context.CopyAsync(services, cancellationToken);
        await CopyListsAsync(services, cancellationToken);
        await context.KeepDigestsAsync(source, [.. batch.Select(draft => new KnownDraft(draft.Id, draft))], cancellationToken);
        await context.CopyAsync(await found, cancellationToken);
    }

    /// <param name="batch">At most <see cref="BatchSize"/> of services that are there.</param>
    private async Task ChangeAsync(IReadOnlyList<KnownDraft> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return;
        }

        ServiceDraft[] drafts = [.. batch.Select(known => known.Draft)];
        Guid[] ids = [.. batch.Select(known => known.ServiceId)];
        await WriteAroundAsync(drafts, cancellationToken);

        // Whoever saves one of them at this moment waits, and is then told that somebody was faster.
        await context.Database.ExecuteSqlAsync($"select from listings.services where id = any({ids}) order by id for update", cancellationToken);
        left.UnionWith(await context.ServicePlaces.Where(place => ids.Contains(place.ServiceId)).Select(place => place.PlaceId).ToListAsync(cancellationToken));
        await RemoveListsAsync(ids, cancellationToken);
        var saidByStaff = (await context.AccessFacts.AsNoTracking().Where(fact => fact.ServiceId != null && ids.Contains(fact.ServiceId.Value)).ToListAsync(cancellationToken))
            .ToLookup(fact => fact.ServiceId!.Value);
        var standing = await context.Services.AsNoTracking().Where(service => ids.Contains(service.Id)).ToDictionaryAsync(service => service.Id, cancellationToken);
        List<Service> services = [.. batch.Select(known => rows.Changed(known.Draft, standing[known.ServiceId], [.. saidByStaff[known.ServiceId].Select(fact => fact.Key)]))];
        await context.OverwriteAsync(services, cancellationToken);
        await CopyListsAsync(services, cancellationToken);
        await context.KeepDigestsAsync(source, batch, cancellationToken);

        foreach (var service in services)
        {
            service.AccessFacts.AddRange(saidByStaff[service.Id]);
        }

        await RewriteEntriesAsync(ids, Entries(drafts, services, await places.ReadAsync(drafts.SelectMany(draft => draft.Places), cancellationToken)), cancellationToken);
    }

    /// <summary>
    /// Takes away places that nothing is at any more, and lets services of changed organisations and places be found by what is true now. Once,
    /// after everything is written.
    /// </summary>
    private async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var batch in left.Chunk(BatchSize))
        {
            await context.Places
                .Where(place => batch.Contains(place.Id) && place.State == RecordState.Live)
                .Where(place => !context.ServicePlaces.Any(used => used.PlaceId == place.Id) && !context.AccessFacts.Any(fact => fact.PlaceId == place.Id))
                .Where(place => !context.Places.Any(other => other.MergedIntoId == place.Id))
                .ExecuteDeleteAsync(cancellationToken);
        }

        Guid[] who = [.. organisations.Changed];
        Guid[] where = [.. places.Changed];
        var touched = await context.Services
            .Where(service => who.Contains(service.OrganisationId) || service.Places.Any(place => where.Contains(place.PlaceId)))
            .Select(service => service.Id).ToListAsync(cancellationToken);
        foreach (var batch in touched.Chunk(BatchSize))
        {
            await live.RefreshAsync(batch, cancellationToken);
        }
    }

    private async Task CloseAsync(IReadOnlyList<Guid> batch, CancellationToken cancellationToken)
    {
        if (batch.Count > 0)
        {
            await context.Services.Where(service => batch.Contains(service.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(service => service.State, RecordState.Archived).SetProperty(service => service.ArchivedBecause, "The directory that it comes from says that it is closed."),
                cancellationToken);
            await live.RefreshAsync(batch, cancellationToken);
        }
    }

    private async Task WriteAroundAsync(IReadOnlyList<ServiceDraft> batch, CancellationToken cancellationToken)
    {
        await organisations.WriteAsync([.. batch.Select(draft => draft.Organisation)], cancellationToken);
        await places.WriteAsync([.. batch.SelectMany(draft => draft.Places)], cancellationToken);
    }

    private async Task CopyListsAsync(List<Service> services, CancellationToken cancellationToken)
    {
        await context.CopyAsync([.. services.SelectMany(service => service.Needs)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.Places)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.Areas)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.Languages)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.Sessions)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.Sessions).SelectMany(session => session.Changes)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.Costs)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.AccessFacts)], cancellationToken);
    }

    /// <summary>What a row states is written anew; what staff have said about access stays and goes before it.</summary>
    private async Task RemoveListsAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        await context.Needs.Where(need => ids.Contains(need.ServiceId)).ExecuteDeleteAsync(cancellationToken);
        await context.CostOptions.Where(cost => ids.Contains(cost.ServiceId)).ExecuteDeleteAsync(cancellationToken);
        await context.ServicePlaces.Where(place => ids.Contains(place.ServiceId)).ExecuteDeleteAsync(cancellationToken);
        await context.Sessions.Where(session => ids.Contains(session.ServiceId)).ExecuteDeleteAsync(cancellationToken);
        await context.ServiceAreas.Where(area => ids.Contains(area.ServiceId)).ExecuteDeleteAsync(cancellationToken);
        await context.ServiceLanguages.Where(language => ids.Contains(language.ServiceId)).ExecuteDeleteAsync(cancellationToken);
        await context.AccessFacts
            .Where(fact => fact.ServiceId != null && ids.Contains(fact.ServiceId.Value) && fact.Source == FactSource.Import)
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Of those that may be found.</summary>
    /// <param name="drafts">In the order of the services.</param>
    /// <param name="services">With their lists.</param>
    /// <param name="standing">Every place that they are at.</param>
    private List<SearchEntry> Entries(IReadOnlyList<ServiceDraft> drafts, List<Service> services, Dictionary<Guid, Place> standing) =>
    [
        .. services.Zip(drafts, (service, draft) => entries.Of(
            service,
            organisations.NameOf(service.OrganisationId),
            [.. service.Places.OrderBy(place => place.Position).Select(place => standing[place.PlaceId])],
            [.. draft.Areas.Select(code => areas[code])])).OfType<SearchEntry>(),
    ];

    private async Task RewriteEntriesAsync(Guid[] ids, List<SearchEntry> found, CancellationToken cancellationToken)
    {
        Guid[] stays = [.. found.Select(entry => entry.Id)];
        await context.SearchEntries.Where(entry => ids.Contains(entry.Id) && !stays.Contains(entry.Id)).ExecuteDeleteAsync(cancellationToken);
        var known = await context.SearchEntries.Where(entry => stays.Contains(entry.Id)).Select(entry => entry.Id).ToHashSetAsync(cancellationToken);
        await context.OverwriteAsync([.. found.Where(entry => known.Contains(entry.Id))], cancellationToken);
        await context.CopyAsync([.. found.Where(entry => !known.Contains(entry.Id))], cancellationToken);
    }
}
