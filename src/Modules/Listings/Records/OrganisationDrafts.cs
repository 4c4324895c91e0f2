using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Data;
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

    public async Task WriteAsync(IReadOnlyList<OrganisationDraft> drafts, CancellationToken cancellationToken)
    {
        List<Organisation> added = [];
        List<ForeignId> named = [];
        List<(Guid Id, OrganisationDraft Draft)> changed = [];
        foreach (var draft in drafts)
        {
            var key = Key(draft);
            if (settled.ContainsKey(key))
            {
                continue;
            }

            if (draft.ExternalId is { } externalId && foreign.TryGetValue(externalId, out var known))
            {
                settled[key] = LivesOnAs(known.Id);
                if (known.Digest != draft.Digest)
                {
                    changed.Add((known.Id, draft));
                }

                continue;
            }

            var id = LivesOnAs(names.ContainsKey(draft.Id) ? draft.Id : bySlug.GetValueOrDefault(draft.Slug, draft.Id));
            settled[key] = id;
            if (names.TryAdd(id, draft.Name))
            {
                bySlug[draft.Slug] = id;
                added.Add(new Organisation
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
                named.Add(new ForeignId { Source = source, Kind = RecordKind.Organisation, ExternalId = draft.ExternalId, OrganisationId = id, RowDigest = draft.Digest });
            }
        }

        await context.CopyAsync(added, cancellationToken);
        await context.CopyAsync(named, cancellationToken);
        await ChangeAsync(changed, cancellationToken);
    }

    private static string Key(OrganisationDraft draft) => draft.ExternalId is null ? "slug " + draft.Slug : "id " + draft.ExternalId;

    private Guid LivesOnAs(Guid id) => merged.GetValueOrDefault(id, id);

    private async Task ChangeAsync(List<(Guid Id, OrganisationDraft Draft)> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
        {
            return;
        }

        foreach (var (id, draft) in changed)
        {
            Changed.Add(id);
            names[id] = draft.Name;
        }

        Guid[] ids = [.. changed.Select(known => known.Id)];
        string?[] Each(Func<OrganisationDraft, string?> of) => [.. changed.Select(known => of(known.Draft))];
        await context.Database.ExecuteSqlAsync(
            $"""
            update listings.organisations o
            set name = c.name, description = c.description, phone = c.phone, email = c.email, website = c.website
            from unnest({ids}, {Each(draft => draft.Name)}, {Each(draft => draft.Description)}, {Each(draft => draft.Phone)}, {Each(draft => draft.Email)}, {Each(draft => draft.Website)})
              as c (id, name, description, phone, email, website)
            where o.id = c.id
            """,
            cancellationToken);
        await context.KeepDigestsAsync(source, RecordKind.Organisation, Each(draft => draft.ExternalId), Each(draft => draft.Digest), cancellationToken);
    }
}
