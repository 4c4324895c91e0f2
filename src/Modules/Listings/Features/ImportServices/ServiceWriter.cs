using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>
/// Writes drafts in batches: a save of 1,000 services stays within a few megabytes, and a file of 100,000 never has to be held by the
/// change tracker at once. The caller's transaction makes all batches one.
/// </summary>
internal sealed class ServiceWriter(ListingsDbContext context, ServiceEntries entries, string source, DateOnly today)
{
    private const int BatchSize = 1000;

    private readonly Dictionary<string, (Guid Id, string Name)> organisations = new(StringComparer.Ordinal);
    private Dictionary<string, Area> areas = [];

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
            areas = await context.Areas.AsNoTracking().ToDictionaryAsync(area => area.Code, StringComparer.Ordinal, cancellationToken);
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
                LoadedOn = today,
            };
            Apply(draft, service);
            AddDetails(draft, service, saidByStaff: []);
            context.Services.Add(service);
            context.ForeignIds.Add(new ForeignId { Source = source, ExternalId = draft.ExternalId, ServiceId = service.Id, RowDigest = draft.RowDigest });
            if (SearchEntryOf(draft, service, organisation.Name) is { } entry)
            {
                context.SearchEntries.Add(entry);
            }
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
        await context.Sessions.Where(session => ids.Contains(session.ServiceId)).ExecuteDeleteAsync(cancellationToken);
        await context.ServiceAreas.Where(area => ids.Contains(area.ServiceId)).ExecuteDeleteAsync(cancellationToken);
        await context.ServiceLanguages.Where(language => ids.Contains(language.ServiceId)).ExecuteDeleteAsync(cancellationToken);
        await context.AccessFacts
            .Where(fact => fact.ServiceId != null && ids.Contains(fact.ServiceId.Value) && fact.Source == FactSource.Import)
            .ExecuteDeleteAsync(cancellationToken);

        var services = await context.Services.Where(service => ids.Contains(service.Id)).Include(service => service.AccessFacts)
            .ToDictionaryAsync(service => service.Id, cancellationToken);
        var foreignIds = await context.ForeignIds.Where(id => id.Source == source && id.Kind == RecordKind.Service && externalIds.Contains(id.ExternalId))
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

            if (SearchEntryOf(draft, service, organisation.Name) is { } entry)
            {
                context.Entry(entry).State = found.Contains(id) ? EntityState.Modified : EntityState.Added;
            }
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
        service.ComesToYou = draft.ComesToYou;
        service.Eligibility = draft.Eligibility;
        service.DiagnosisNeeded = draft.DiagnosisNeeded;
        service.FirstVisit = draft.FirstVisit;
        service.WhoDecides = draft.WhoDecides;
        service.HowToGet = draft.HowToGet;
        service.UsualWait = draft.UsualWait;
        service.IfRefused = draft.IfRefused;
        service.Interpreter = draft.Interpreter;
        service.CheckMonths = draft.CheckMonths ?? service.CheckMonths;
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
        service.AskedOn = null;
        service.TimesAsked = 0;
    }

    private static void AddDetails(ServiceDraft draft, Service service, HashSet<AccessFactKey> saidByStaff)
    {
        service.Needs.AddRange(draft.Needs.Select(need => new ServiceNeed { ServiceId = service.Id, Need = need }));
        if (draft.Place is { } place)
        {
            service.Places.Add(new ServicePlace { ServiceId = service.Id, PlaceId = place.Id });
        }

        service.Areas.AddRange(draft.Areas.Select(code => new ServiceArea { ServiceId = service.Id, AreaCode = code }));
        service.Languages.AddRange(draft.Languages.Select(code => new ServiceLanguage { ServiceId = service.Id, Code = code }));
        service.Sessions.AddRange(draft.Sessions.Select((rule, position) => Session.From(service.Id, rule, position)));
        service.Costs.AddRange(draft.Costs.Select((cost, position) => new CostOption
        {
            Id = Guid.CreateVersion7(),
            ServiceId = service.Id,
            Position = (short)position,
            Label = cost.Label,
            Kind = cost.Kind,
            AmountPence = cost.Pence,
            Unit = cost.Unit,
            Note = cost.Note,
        }));
        service.AccessFacts.AddRange(draft.AccessFacts.Where(fact => !saidByStaff.Contains(fact.Key)).Select(fact => new AccessFact
        {
            Id = Guid.CreateVersion7(),
            ServiceId = service.Id,
            Key = fact.Key,
            Answer = fact.Answer,
            Source = FactSource.Import,
        }));
    }

    private SearchEntry? SearchEntryOf(ServiceDraft draft, Service service, string organisation) => entries.Of(
        service, organisation, draft.Place is { } place ? [NewPlace(place)] : [], [.. draft.Areas.Select(code => areas[code])]);

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
