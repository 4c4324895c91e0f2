using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>Finds the places that a file names, adds those that are new, and changes those of which its source says something new.</summary>
internal sealed class PlaceDrafts(ListingsDbContext context, string source)
{
    private readonly Dictionary<string, Guid> settled = new(StringComparer.Ordinal);
    private HashSet<Guid> known = [];
    private Dictionary<string, (Guid Id, string Digest)> foreign = [];

    /// <summary>Of those that read otherwise than before.</summary>
    public HashSet<Guid> Changed { get; } = [];

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        known = await context.Places.Select(place => place.Id).ToHashSetAsync(cancellationToken);
        foreign = await context.ForeignIds.Where(id => id.Source == source && id.Kind == RecordKind.Place)
            .Select(id => new { id.ExternalId, Id = id.PlaceId!.Value, id.RowDigest })
            .ToDictionaryAsync(id => id.ExternalId, id => (id.Id, id.RowDigest), StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>After <see cref="WriteAsync"/>.</summary>
    public Guid Of(PlaceDraft draft) => draft.ExternalId is { } externalId ? settled[externalId] : draft.Id;

    public async Task WriteAsync(IReadOnlyList<PlaceDraft> drafts, CancellationToken cancellationToken)
    {
        List<PlaceDraft> added = [];
        List<ForeignId> named = [];
        List<(Guid Id, PlaceDraft Draft)> changed = [];
        foreach (var draft in drafts)
        {
            if (draft.ExternalId is not { } externalId)
            {
                Add(draft);
            }
            else if (!settled.ContainsKey(externalId))
            {
                if (foreign.TryGetValue(externalId, out var found) && known.Contains(found.Id))
                {
                    settled[externalId] = found.Id;
                    if (found.Digest != draft.Digest)
                    {
                        changed.Add((found.Id, draft));
                    }
                }
                else
                {
                    settled[externalId] = draft.Id;
                    Add(draft);
                    named.Add(new ForeignId { Source = source, Kind = RecordKind.Place, ExternalId = externalId, PlaceId = draft.Id, RowDigest = draft.Digest });
                }
            }
        }

        await context.CopyAsync([.. added.Select(PlaceOf)], cancellationToken);
        await context.CopyAsync([.. added.SelectMany(draft => FactsOf(draft.Id, draft, []))], cancellationToken);
        await context.CopyAsync(named, cancellationToken);
        await ChangeAsync(changed, cancellationToken);

        void Add(PlaceDraft draft)
        {
            if (known.Add(draft.Id))
            {
                added.Add(draft);
            }
        }
    }

    /// <summary>As they stand now, with what is known about access there.</summary>
    public Task<Dictionary<Guid, Place>> ReadAsync(IReadOnlyList<PlaceDraft> drafts, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. drafts.Select(Of).Distinct()];
        return context.Places.AsNoTracking().Include(place => place.AccessFacts).Where(place => ids.Contains(place.Id)).ToDictionaryAsync(place => place.Id, cancellationToken);
    }

    private static Place PlaceOf(PlaceDraft draft) => new()
    {
        Id = draft.Id,
        Name = draft.Name,
        Address = draft.Address,
        Town = draft.Town,
        Postcode = draft.Postcode,
        Latitude = draft.Latitude,
        Longitude = draft.Longitude,
        PositionIsExact = draft.PositionIsExact,
    };

    private async Task ChangeAsync(List<(Guid Id, PlaceDraft Draft)> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
        {
            return;
        }

        Guid[] ids = [.. changed.Select(known => known.Id)];
        Changed.UnionWith(ids);
        string?[] Each(Func<PlaceDraft, string?> of) => [.. changed.Select(known => of(known.Draft))];
        double?[] Degrees(Func<PlaceDraft, double?> of) => [.. changed.Select(known => of(known.Draft))];
        bool[] areExact = [.. changed.Select(known => known.Draft.PositionIsExact)];
        await context.Database.ExecuteSqlAsync(
            $"""
            update listings.places p
            set name = c.name, address = c.address, town = c.town, postcode = c.postcode, latitude = c.latitude, longitude = c.longitude, position_is_exact = c.is_exact
            from unnest({ids}, {Each(draft => draft.Name)}, {Each(draft => draft.Address)}, {Each(draft => draft.Town)}, {Each(draft => draft.Postcode)},
              {Degrees(draft => draft.Latitude)}, {Degrees(draft => draft.Longitude)}, {areExact})
              as c (id, name, address, town, postcode, latitude, longitude, is_exact)
            where p.id = c.id
            """,
            cancellationToken);
        await context.AccessFacts.Where(fact => fact.PlaceId != null && ids.Contains(fact.PlaceId.Value) && fact.Source == FactSource.Import).ExecuteDeleteAsync(cancellationToken);
        var saidByStaff = (await context.AccessFacts.AsNoTracking().Where(fact => fact.PlaceId != null && ids.Contains(fact.PlaceId.Value)).ToListAsync(cancellationToken))
            .ToLookup(fact => fact.PlaceId!.Value, fact => fact.Key);
        await context.CopyAsync([.. changed.SelectMany(known => FactsOf(known.Id, known.Draft, [.. saidByStaff[known.Id]]))], cancellationToken);
        await context.KeepDigestsAsync(source, RecordKind.Place, Each(draft => draft.ExternalId), Each(draft => draft.Digest), cancellationToken);
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
