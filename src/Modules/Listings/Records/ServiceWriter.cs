using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>
/// Writes drafts from files in batches: 1,000 services stay within a few megabytes, and a file of 100,000 is never in memory at once. New
/// rows go in by COPY, past the change tracker. The caller's transaction makes all batches one.
/// </summary>
internal sealed class ServiceWriter(ListingsDbContext context, ServiceEntries entries, RecordWriter live, string source, DateOnly today)
{
    private const int BatchSize = 1000;

    /// <summary>Read and waiting to be written: enough that neither side waits long for the other.</summary>
    private const int BatchesAhead = 2;

    private readonly OrganisationDrafts organisations = new(context, source);
    private readonly PlaceDrafts places = new(context, source);
    private readonly HashSet<Guid> left = [];
    private Dictionary<string, Area> areas = [];

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
        var standing = await places.ReadAsync([.. batch.SelectMany(draft => draft.Places)], cancellationToken);
        List<Service> services = new(batch.Count);
        List<ForeignId> named = new(batch.Count);
        List<SearchEntry> found = new(batch.Count);
        foreach (var draft in batch)
        {
            var (organisationId, organisation) = organisations.Of(draft.Organisation);
            var service = new Service
            {
                Id = draft.Id,
                Slug = draft.Slug,
                OrganisationId = organisationId,
                Name = draft.Name,
                Summary = draft.Summary,
                Kind = draft.Kind,
                LoadedOn = today,
            };
            Apply(draft, service);
            AddDetails(draft, service, saidByStaff: []);
            services.Add(service);
            named.Add(new ForeignId { Source = source, ExternalId = draft.ExternalId, ServiceId = service.Id, RowDigest = draft.RowDigest });
            Place[] at = [.. draft.Places.Select(place => standing[places.Of(place)])];
            if (entries.Of(service, organisation, at, [.. draft.Areas.Select(code => areas[code])]) is { } entry)
            {
                found.Add(entry);
            }
        }

        await CopyAsync(services, cancellationToken);
        await context.CopyAsync(named, cancellationToken);
        await context.CopyAsync(found, cancellationToken);
    }

    /// <param name="batch">At most <see cref="BatchSize"/> of services that are there.</param>
    private async Task ChangeAsync(IReadOnlyList<KnownDraft> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return;
        }

        using var quiet = new Quiet(context);
        await WriteAroundAsync([.. batch.Select(known => known.Draft)], cancellationToken);
        Guid[] ids = [.. batch.Select(known => known.ServiceId)];
        string[] externalIds = [.. batch.Select(known => known.Draft.ExternalId)];
        left.UnionWith(await context.ServicePlaces.Where(place => ids.Contains(place.ServiceId)).Select(place => place.PlaceId).ToListAsync(cancellationToken));

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
        foreach (var (id, draft) in batch)
        {
            var service = services[id];
            service.OrganisationId = organisations.Of(draft.Organisation).Id;
            service.Name = draft.Name;
            service.Summary = draft.Summary;
            service.Kind = draft.Kind;
            Apply(draft, service);
            AddDetails(draft, service, [.. service.AccessFacts.Select(fact => fact.Key)]);
            if (foreignIds.TryGetValue(draft.ExternalId, out var foreignId))
            {
                foreignId.RowDigest = draft.RowDigest;
            }
            else
            {
                context.ForeignIds.Add(new ForeignId { Source = source, ExternalId = draft.ExternalId, ServiceId = id, RowDigest = draft.RowDigest });
            }
        }

        context.ChangeTracker.DetectChanges();
        await SaveAsync(cancellationToken);
        await live.RefreshAsync(ids, cancellationToken);
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
                .Where(place => batch.Contains(place.Id))
                .Where(place => !context.ServicePlaces.Any(used => used.PlaceId == place.Id) && !context.AccessFacts.Any(fact => fact.PlaceId == place.Id))
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

    /// <summary>Services first, then what hangs on them.</summary>
    private async Task CopyAsync(List<Service> services, CancellationToken cancellationToken)
    {
        await context.CopyAsync(services, cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.Needs)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.Places)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.Areas)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.Languages)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.Sessions)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.Sessions).SelectMany(session => session.Changes)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.Costs)], cancellationToken);
        await context.CopyAsync([.. services.SelectMany(service => service.AccessFacts)], cancellationToken);
    }

    private void Apply(ServiceDraft draft, Service service)
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
        service.LastCheckedOn = draft.CheckedOn;
        service.Sureness = Freshness.SurenessOn(today, draft.Verified, service.LoadedOn, draft.CheckedOn, service.CheckMonths);
        service.AskedOn = null;
        service.TimesAsked = 0;
    }

    private void AddDetails(ServiceDraft draft, Service service, HashSet<AccessFactKey> saidByStaff)
    {
        service.Needs.AddRange(draft.Needs.Select(need => new ServiceNeed { ServiceId = service.Id, Need = need }));
        service.Places.AddRange(draft.Places.Select(places.Of).Distinct().Select((place, position) => new ServicePlace { ServiceId = service.Id, PlaceId = place, Position = (short)position }));
        service.Areas.AddRange(draft.Areas.Select(code => new ServiceArea { ServiceId = service.Id, AreaCode = code }));
        service.Languages.AddRange(draft.Languages.Select(code => new ServiceLanguage { ServiceId = service.Id, Code = code }));
        service.Sessions.AddRange(draft.Sessions.Select((rule, position) => Session.From(service.Id, rule, position)));
        service.Costs.AddRange(draft.Costs.Select((cost, position) => CostOption.From(service.Id, cost, position)));
        service.AccessFacts.AddRange(draft.AccessFacts.Where(fact => !saidByStaff.Contains(fact.Key)).Select(fact => new AccessFact
        {
            Id = Guid.CreateVersion7(),
            ServiceId = service.Id,
            Key = fact.Key,
            Answer = fact.Answer,
            Note = fact.Note,
            Source = FactSource.Import,
        }));
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    /// <summary>Looking for changes after every call costs more than all the rest, with thousands of rows tracked.</summary>
    private sealed class Quiet : IDisposable
    {
        private readonly ListingsDbContext context;

        public Quiet(ListingsDbContext context)
        {
            this.context = context;
            context.ChangeTracker.AutoDetectChangesEnabled = false;
        }

        public void Dispose() => context.ChangeTracker.AutoDetectChangesEnabled = true;
    }
}
