using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
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

    /// <summary>Leaves the save to the caller.</summary>
    public async Task WriteAsync(IReadOnlyList<PlaceDraft> drafts, CancellationToken cancellationToken)
    {
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
                        await ChangeAsync(found.Id, draft, cancellationToken);
                    }
                }
                else
                {
                    settled[externalId] = draft.Id;
                    Add(draft);
                    context.ForeignIds.Add(new ForeignId { Source = source, Kind = RecordKind.Place, ExternalId = externalId, PlaceId = draft.Id, RowDigest = draft.Digest });
                }
            }
        }
    }

    /// <summary>As they stand now, with what is known about access there.</summary>
    public Task<Dictionary<Guid, Place>> ReadAsync(IReadOnlyList<PlaceDraft> drafts, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. drafts.Select(Of).Distinct()];
        return context.Places.AsNoTracking().Include(place => place.AccessFacts).Where(place => ids.Contains(place.Id)).ToDictionaryAsync(place => place.Id, cancellationToken);
    }

    private void Add(PlaceDraft draft)
    {
        if (!known.Add(draft.Id))
        {
            return;
        }

        context.Places.Add(new Place
        {
            Id = draft.Id,
            Name = draft.Name,
            Address = draft.Address,
            Town = draft.Town,
            Postcode = draft.Postcode,
            Latitude = draft.Latitude,
            Longitude = draft.Longitude,
            PositionIsExact = draft.PositionIsExact,
        });
        AddFacts(draft.Id, draft, []);
    }

    private async Task ChangeAsync(Guid id, PlaceDraft draft, CancellationToken cancellationToken)
    {
        Changed.Add(id);
        await context.Places.Where(place => place.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(place => place.Name, draft.Name)
                .SetProperty(place => place.Address, draft.Address)
                .SetProperty(place => place.Town, draft.Town)
                .SetProperty(place => place.Postcode, draft.Postcode)
                .SetProperty(place => place.Latitude, draft.Latitude)
                .SetProperty(place => place.Longitude, draft.Longitude)
                .SetProperty(place => place.PositionIsExact, draft.PositionIsExact),
            cancellationToken);
        await context.AccessFacts.Where(fact => fact.PlaceId == id && fact.Source == FactSource.Import).ExecuteDeleteAsync(cancellationToken);
        AddFacts(id, draft, await context.AccessFacts.Where(fact => fact.PlaceId == id).Select(fact => fact.Key).ToHashSetAsync(cancellationToken));
        await context.ForeignIds.Where(known => known.Source == source && known.Kind == RecordKind.Place && known.ExternalId == draft.ExternalId)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.RowDigest, draft.Digest), cancellationToken);
    }

    private void AddFacts(Guid id, PlaceDraft draft, HashSet<AccessFactKey> saidByStaff) =>
        context.AccessFacts.AddRange(draft.Facts.Where(fact => !saidByStaff.Contains(fact.Key)).Select(fact => new AccessFact
        {
            Id = Guid.CreateVersion7(),
            PlaceId = id,
            Key = fact.Key,
            Answer = fact.Answer,
            Note = fact.Note,
            Source = FactSource.Import,
        }));
}
