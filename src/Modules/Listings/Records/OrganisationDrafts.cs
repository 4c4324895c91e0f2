using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>Finds the organisations that a file names, adds those that are new, and changes those of which its source says something new.</summary>
internal sealed class OrganisationDrafts(ListingsDbContext context, string source)
{
    private readonly Dictionary<string, Guid> bySlug = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> names = [];
    private readonly Dictionary<Guid, Guid> merged = [];
    private readonly Dictionary<string, Guid> settled = new(StringComparer.Ordinal);
    private Dictionary<string, (Guid Id, string Digest)> foreign = [];

    /// <summary>Of those that read otherwise than before.</summary>
    public HashSet<Guid> Changed { get; } = [];

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await foreach (var known in context.Organisations.Select(o => new { o.Id, o.Slug, o.Name, o.MergedIntoId }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            bySlug[known.Slug] = known.Id;
            names[known.Id] = known.Name;
            if (known.MergedIntoId is { } into)
            {
                merged[known.Id] = into;
            }
        }

        await foreach (var former in context.FormerSlugs.Where(former => former.Kind == RecordKind.Organisation).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            bySlug.TryAdd(former.Slug, former.RecordId);
        }

        foreign = await context.ForeignIds.Where(id => id.Source == source && id.Kind == RecordKind.Organisation)
            .Select(id => new { id.ExternalId, Id = id.OrganisationId!.Value, id.RowDigest })
            .ToDictionaryAsync(id => id.ExternalId, id => (id.Id, id.RowDigest), StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>After <see cref="WriteAsync"/>.</summary>
    public (Guid Id, string Name) Of(OrganisationDraft draft) => (settled[Key(draft)], names[settled[Key(draft)]]);

    /// <summary>Leaves the save to the caller.</summary>
    public async Task WriteAsync(IReadOnlyList<OrganisationDraft> drafts, CancellationToken cancellationToken)
    {
        foreach (var draft in drafts)
        {
            if (settled.ContainsKey(Key(draft)))
            {
                continue;
            }

            if (draft.ExternalId is { } externalId && foreign.TryGetValue(externalId, out var known))
            {
                settled[Key(draft)] = LivesOnAs(known.Id);
                if (known.Digest != draft.Digest)
                {
                    await ChangeAsync(known.Id, draft, cancellationToken);
                }

                continue;
            }

            var id = LivesOnAs(names.ContainsKey(draft.Id) ? draft.Id : bySlug.GetValueOrDefault(draft.Slug, draft.Id));
            settled[Key(draft)] = id;
            if (names.TryAdd(id, draft.Name))
            {
                bySlug[draft.Slug] = id;
                context.Organisations.Add(new Organisation
                {
                    Id = id,
                    Slug = draft.Slug,
                    Name = draft.Name,
                    Description = draft.Description,
                    Phone = draft.Phone,
                    Email = draft.Email,
                    Website = draft.Website,
                });
            }

            if (draft.ExternalId is not null)
            {
                context.ForeignIds.Add(new ForeignId { Source = source, Kind = RecordKind.Organisation, ExternalId = draft.ExternalId, OrganisationId = id, RowDigest = draft.Digest });
            }
        }
    }

    private static string Key(OrganisationDraft draft) => draft.ExternalId is null ? "slug " + draft.Slug : "id " + draft.ExternalId;

    private Guid LivesOnAs(Guid id) => merged.GetValueOrDefault(id, id);

    private async Task ChangeAsync(Guid id, OrganisationDraft draft, CancellationToken cancellationToken)
    {
        Changed.Add(id);
        names[id] = draft.Name;
        await context.Organisations.Where(organisation => organisation.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(organisation => organisation.Name, draft.Name)
                .SetProperty(organisation => organisation.Description, draft.Description)
                .SetProperty(organisation => organisation.Phone, draft.Phone)
                .SetProperty(organisation => organisation.Email, draft.Email)
                .SetProperty(organisation => organisation.Website, draft.Website),
            cancellationToken);
        await context.ForeignIds.Where(known => known.Source == source && known.Kind == RecordKind.Organisation && known.ExternalId == draft.ExternalId)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.RowDigest, draft.Digest), cancellationToken);
    }
}
