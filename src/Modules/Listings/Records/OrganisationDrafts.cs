using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>The organisations that a file names. Names that differ only in case or punctuation are one.</summary>
internal sealed class OrganisationDrafts(ListingsDbContext context, string source) : SharedDrafts<OrganisationDraft>(context, source, RecordKind.Organisation)
{
    private readonly Dictionary<string, Guid> bySlug = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> names = [];

    public string NameOf(Guid id) => names[id];

    protected override async Task<Dictionary<Guid, Guid>> ReadKnownAsync(CancellationToken cancellationToken)
    {
        Dictionary<Guid, Guid> merged = [];
        await foreach (var known in Context.Organisations.Select(o => new { o.Id, o.Slug, o.Name, o.MergedIntoId }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            bySlug[known.Slug] = known.Id;
            names[known.Id] = known.Name;
            if (known.MergedIntoId is { } into)
            {
                merged[known.Id] = into;
            }
        }

        await foreach (var former in Context.FormerSlugs.Where(former => former.Kind == RecordKind.Organisation).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            bySlug.TryAdd(former.Slug, former.RecordId);
        }

        return merged;
    }

    protected override Guid Find(OrganisationDraft draft) => names.ContainsKey(draft.Id) ? draft.Id : bySlug.GetValueOrDefault(draft.Slug, draft.Id);

    protected override bool TryKnow(Guid id, OrganisationDraft draft)
    {
        if (!names.TryAdd(id, draft.Name))
        {
            return false;
        }

        bySlug[draft.Slug] = id;
        return true;
    }

    protected override Task AddAsync(IReadOnlyList<OrganisationDraft> added, CancellationToken cancellationToken) => Context.CopyAsync(
        [.. added.Select(draft => new Organisation
        {
            Id = draft.Id,
            Slug = draft.Slug,
            Name = draft.Name,
            Description = draft.Description,
            Phone = draft.Phone,
            Email = draft.Email,
            Website = draft.Website,
        })],
        cancellationToken);

    protected override Task ChangeAsync(IReadOnlyList<(Guid Id, OrganisationDraft Draft)> changed, CancellationToken cancellationToken)
    {
        foreach (var (id, draft) in changed)
        {
            names[id] = draft.Name;
        }

        Guid[] ids = [.. changed.Select(known => known.Id)];
        string?[] Each(Func<OrganisationDraft, string?> of) => [.. changed.Select(known => of(known.Draft))];
        return Context.Database.ExecuteSqlAsync(
            $"""
            update listings.organisations o
            set name = c.name, description = c.description, phone = c.phone, email = c.email, website = c.website
            from unnest({ids}, {Each(draft => draft.Name)}, {Each(draft => draft.Description)}, {Each(draft => draft.Phone)}, {Each(draft => draft.Email)}, {Each(draft => draft.Website)})
              as c (id, name, description, phone, email, website)
            where o.id = c.id
            """,
            cancellationToken);
    }
}
