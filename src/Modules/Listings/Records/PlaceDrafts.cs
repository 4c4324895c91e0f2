using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>The places that a file names.</summary>
internal sealed class PlaceDrafts(ListingsDbContext context, string source) : SharedDrafts<PlaceDraft>(context, source, RecordKind.Place)
{
    private readonly HashSet<Guid> ids = [];

    /// <summary>As they stand now, with what is known about access there.</summary>
    public Task<Dictionary<Guid, Place>> ReadAsync(IEnumerable<PlaceDraft> drafts, CancellationToken cancellationToken)
    {
        Guid[] asked = [.. drafts.Select(IdOf).Distinct()];
        return Context.Places.AsNoTracking().Include(place => place.AccessFacts).Where(place => asked.Contains(place.Id)).ToDictionaryAsync(place => place.Id, cancellationToken);
    }

    protected override async Task<Dictionary<Guid, Guid>> ReadKnownAsync(CancellationToken cancellationToken)
    {
        Dictionary<Guid, Guid> merged = [];
        await foreach (var known in Context.Places.Select(place => new { place.Id, place.MergedIntoId }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            ids.Add(known.Id);
            if (known.MergedIntoId is { } into)
            {
                merged[known.Id] = into;
            }
        }

        return merged;
    }

    protected override Guid Find(PlaceDraft draft) => draft.Id;

    protected override bool TryKnow(Guid id, PlaceDraft draft) => ids.Add(id);

    protected override async Task AddAsync(IReadOnlyList<PlaceDraft> added, CancellationToken cancellationToken)
    {
        await Context.CopyAsync(
            [.. added.Select(draft => new Place
            {
                Id = draft.Id,
                Name = draft.Name,
                Address = draft.Address,
                Town = draft.Town,
                Postcode = draft.Postcode,
                Latitude = draft.Latitude,
                Longitude = draft.Longitude,
                PositionIsExact = draft.PositionIsExact,
            })],
            cancellationToken);
        await Context.CopyAsync([.. added.SelectMany(draft => FactsOf(draft.Id, draft, []))], cancellationToken);
    }

    protected override async Task ChangeAsync(IReadOnlyList<(Guid Id, PlaceDraft Draft)> changed, CancellationToken cancellationToken)
    {
        Guid[] places = [.. changed.Select(known => known.Id)];
        string?[] Each(Func<PlaceDraft, string?> of) => [.. changed.Select(known => of(known.Draft))];
        double?[] Degrees(Func<PlaceDraft, double?> of) => [.. changed.Select(known => of(known.Draft))];
        bool[] areExact = [.. changed.Select(known => known.Draft.PositionIsExact)];
        await Context.Database.ExecuteSqlAsync(
            $"""
            update listings.places p
            set name = c.name, address = c.address, town = c.town, postcode = c.postcode, latitude = c.latitude, longitude = c.longitude, position_is_exact = c.is_exact
            from unnest({places}, {Each(draft => draft.Name)}, {Each(draft => draft.Address)}, {Each(draft => draft.Town)}, {Each(draft => draft.Postcode)},
              {Degrees(draft => draft.Latitude)}, {Degrees(draft => draft.Longitude)}, {areExact})
              as c (id, name, address, town, postcode, latitude, longitude, is_exact)
            where p.id = c.id
            """,
            cancellationToken);
        await Context.AccessFacts.Where(fact => fact.PlaceId != null && places.Contains(fact.PlaceId.Value) && fact.Source == FactSource.Import).ExecuteDeleteAsync(cancellationToken);
        var saidByStaff = (await Context.AccessFacts.AsNoTracking().Where(fact => fact.PlaceId != null && places.Contains(fact.PlaceId.Value)).ToListAsync(cancellationToken))
            .ToLookup(fact => fact.PlaceId!.Value, fact => fact.Key);
        await Context.CopyAsync([.. changed.SelectMany(known => FactsOf(known.Id, known.Draft, [.. saidByStaff[known.Id]]))], cancellationToken);
    }

    private static IEnumerable<AccessFact> FactsOf(Guid id, PlaceDraft draft, HashSet<AccessFactKey> saidByStaff) =>
        draft.Facts.Where(fact => !saidByStaff.Contains(fact.Key)).Select(fact => new AccessFact
        {
            Id = Guid.CreateVersion7(),
            PlaceId = id,
            Key = fact.Key,
            Answer = fact.Answer,
            Note = fact.Note,
            Source = FactSource.Import,
        });
}
