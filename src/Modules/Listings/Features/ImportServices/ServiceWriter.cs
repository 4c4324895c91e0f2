using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>
/// Writes drafts in batches: a save of 1,000 services stays within a few megabytes, and a file of 100,000 never has to be held by the
/// change tracker at once. The caller's transaction makes all batches one.
/// </summary>
internal sealed class ServiceWriter(ListingsDbContext context, string source)
{
    private const int BatchSize = 1000;

    private readonly Dictionary<string, (Guid Id, string Name)> organisations = new(StringComparer.Ordinal);

    /// <param name="file">All rows, changed or not: an organisation's own contacts are those that all of its rows agree on.</param>
    public async Task WriteAsync(
        IReadOnlyList<ServiceDraft> file,
        IReadOnlyList<ServiceDraft> added,
        IReadOnlyList<KnownDraft> changed,
        CancellationToken cancellationToken)
    {
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            ServiceDraft[] written = [.. added, .. changed.Select(known => known.Draft)];
            await AddOrganisationsAsync(file, written, cancellationToken);
            await AddPlacesAsync(written, cancellationToken);
            foreach (var batch in added.Chunk(BatchSize))
            {
                Add(batch);
                await SaveAsync(cancellationToken);
            }

            foreach (var batch in changed.Chunk(BatchSize))
            {
                await ChangeAsync(batch, cancellationToken);
                await SaveAsync(cancellationToken);
            }
        }
        finally
        {
            context.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task AddOrganisationsAsync(IReadOnlyList<ServiceDraft> file, ServiceDraft[] written, CancellationToken cancellationToken)
    {
        await foreach (var known in context.Organisations.Select(o => new { o.Id, o.Slug, o.Name }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            organisations[known.Slug] = (known.Id, known.Name);
        }

        var rows = file.ToLookup(draft => draft.OrganisationSlug, StringComparer.Ordinal);
        foreach (var batch in written.DistinctBy(draft => draft.OrganisationSlug).Where(draft => !organisations.ContainsKey(draft.OrganisationSlug)).Chunk(BatchSize))
        {
            foreach (var draft in batch)
            {
                var id = NaturalKey.Organisation(draft.OrganisationSlug);
                context.Organisations.Add(new Organisation
                {
                    Id = id,
                    Slug = draft.OrganisationSlug,
                    Name = draft.Organisation,
                    Phone = Agreed(rows[draft.OrganisationSlug].Select(row => row.Phone)),
                    Email = Agreed(rows[draft.OrganisationSlug].Select(row => row.Email)),
                    Website = Agreed(rows[draft.OrganisationSlug].Select(row => row.Website)),
                });
                organisations[draft.OrganisationSlug] = (id, draft.Organisation);
            }

            await SaveAsync(cancellationToken);
        }
    }

    private async Task AddPlacesAsync(ServiceDraft[] written, CancellationToken cancellationToken)
    {
        var known = await context.Places.Select(place => place.Id).ToHashSetAsync(cancellationToken);
        foreach (var batch in written.Select(draft => draft.Place).OfType<PlaceDraft>().Where(place => known.Add(place.Id)).Chunk(BatchSize))
        {
            context.Places.AddRange(batch.Select(NewPlace));
            await SaveAsync(cancellationToken);
        }
    }

    private void Add(ServiceDraft[] batch)
    {
        foreach (var draft in batch)
        {
            var organisation = organisations[draft.OrganisationSlug];
            var service = new Service
            {
                Id = NaturalKey.Service(draft.ExternalId),
                Slug = draft.ExternalId,
                OrganisationId = organisation.Id,
                Name = draft.Name,
                Summary = draft.Summary,
                Kind = draft.Kind,
            };
            Apply(draft, service);
            AddDetails(draft, service, saidByStaff: []);
            context.Services.Add(service);
            context.ForeignIds.Add(new ForeignId { Source = source, ExternalId = draft.ExternalId, ServiceId = service.Id, RowDigest = draft.RowDigest });
            context.SearchEntries.Add(SearchEntryOf(draft, service, organisation.Name));
        }
    }

    private async Task ChangeAsync(KnownDraft[] batch, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. batch.Select(known => known.ServiceId)];
        string[] externalIds = [.. batch.Select(known => known.Draft.ExternalId)];
        var left = await context.ServicePlaces.Where(place => ids.Contains(place.ServiceId)).Select(place => place.PlaceId).Distinct().ToArrayAsync(cancellationToken);

        // What the row states is written anew; what staff have said about access stays and goes before it.
        await context.Needs.Where(need => ids.Contains(need.ServiceId)).ExecuteDeleteAsync(cancellationToken);
        await context.CostOptions.Where(cost => ids.Contains(cost.ServiceId)).ExecuteDeleteAsync(cancellationToken);
        await context.ServicePlaces.Where(place => ids.Contains(place.ServiceId)).ExecuteDeleteAsync(cancellationToken);
        await context.AccessFacts
            .Where(fact => fact.ServiceId != null && ids.Contains(fact.ServiceId.Value) && fact.Source == FactSource.Import)
            .ExecuteDeleteAsync(cancellationToken);

        var services = await context.Services.Where(service => ids.Contains(service.Id)).Include(service => service.AccessFacts)
            .ToDictionaryAsync(service => service.Id, cancellationToken);
        var foreignIds = await context.ForeignIds.Where(id => id.Source == source && externalIds.Contains(id.ExternalId))
            .ToDictionaryAsync(id => id.ExternalId, StringComparer.Ordinal, cancellationToken);
        var found = await context.SearchEntries.Where(entry => ids.Contains(entry.Id)).Select(entry => entry.Id).ToHashSetAsync(cancellationToken);

        foreach (var (id, draft) in batch)
        {
            var organisation = organisations[draft.OrganisationSlug];
            var service = services[id];
            service.OrganisationId = organisation.Id;
            service.Name = draft.Name;
            service.Summary = draft.Summary;
            service.Kind = draft.Kind;
            Apply(draft, service);
            AddDetails(draft, service, [.. service.AccessFacts.Select(fact => fact.Key)]);
            foreignIds[draft.ExternalId].RowDigest = draft.RowDigest;

            var entry = SearchEntryOf(draft, service, organisation.Name);
            context.Entry(entry).State = found.Contains(id) ? EntityState.Modified : EntityState.Added;
        }

        context.ChangeTracker.DetectChanges();
        await SaveAsync(cancellationToken);
        await context.Places
            .Where(place => left.Contains(place.Id))
            .Where(place => !context.ServicePlaces.Any(used => used.PlaceId == place.Id) && !context.AccessFacts.Any(fact => fact.PlaceId == place.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static void Apply(ServiceDraft draft, Service service)
    {
        service.ShortBreakLevel = draft.ShortBreakLevel;
        service.AgeFrom = draft.AgeFrom;
        service.AgeTo = draft.AgeTo;
        service.IsOnline = draft.IsOnline;
        service.Area = draft.Area;
        service.JoinRoute = draft.JoinRoute;
        service.Times = draft.Times;
        service.Phone = draft.Phone;
        service.Email = draft.Email;
        service.Website = draft.Website;
        service.SourceUrl = draft.SourceUrl;
        service.SourceNote = draft.SourceNote;
        service.Verified = draft.Verified;

        // New facts from elsewhere have not been confirmed by anybody, whatever was confirmed before.
        service.Sureness = draft.Verified == Verification.Page ? Sureness.FromPublicPage : Sureness.NotChecked;
        service.LastCheckedOn = null;
    }

    private static void AddDetails(ServiceDraft draft, Service service, HashSet<AccessFactKey> saidByStaff)
    {
        service.Needs.AddRange(draft.Needs.Select(need => new ServiceNeed { ServiceId = service.Id, Need = need }));
        if (draft.Place is { } place)
        {
            service.Places.Add(new ServicePlace { ServiceId = service.Id, PlaceId = place.Id });
        }

        if (draft.CostNote is not null || draft.Cost is not (null or Vocabulary.UnknownCost))
        {
            service.Costs.Add(new CostOption
            {
                Id = Guid.CreateVersion7(),
                ServiceId = service.Id,
                Kind = draft.Cost ?? Vocabulary.UnknownCost,
                Note = draft.CostNote,
            });
        }

        service.AccessFacts.AddRange(draft.AccessFacts.Where(key => !saidByStaff.Contains(key)).Select(key => new AccessFact
        {
            Id = Guid.CreateVersion7(),
            ServiceId = service.Id,
            Key = key,
            Answer = AccessAnswer.Yes,
            Source = FactSource.Import,
        }));
    }

    private static SearchEntry SearchEntryOf(ServiceDraft draft, Service service, string organisation) =>
        ServiceSearchEntry.From(service, organisation, draft.Place is { } place ? [NewPlace(place)] : []);

    private static Place NewPlace(PlaceDraft place) => new()
    {
        Id = place.Id,
        Name = place.Name,
        Address = place.Address,
        Town = place.Town,
        Postcode = place.Postcode,
        Latitude = place.Latitude,
        Longitude = place.Longitude,
        PositionIsExact = place.PositionIsExact,
    };

    /// <summary>The one value that every row states; otherwise null: a number of one service is not the number of who runs it.</summary>
    private static string? Agreed(IEnumerable<string?> values) =>
        values.Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToArray() is [var only] ? only : null;

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }
}
