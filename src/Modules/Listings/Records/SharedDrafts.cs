using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>
/// Organisations or places, which many rows of a file name: finds those that are there, adds those that are new, and changes those of which
/// their source says something new: only what that source brought. One that was here before it named it is linked, and stays as it is: no
/// other directory speaks for our organisations. One that staff have merged into another is that other one.
/// </summary>
internal abstract class SharedDrafts<TDraft>(ListingsDbContext context, string source, RecordKind kind)
    where TDraft : SharedDraft
{
    private readonly Dictionary<string, Guid> settled = new(StringComparer.Ordinal);
    private Dictionary<Guid, Guid> merged = [];
    private Dictionary<string, (Guid Id, string Digest)> foreign = [];

    /// <summary>Of those that read otherwise than before.</summary>
    public HashSet<Guid> Changed { get; } = [];

    protected ListingsDbContext Context => context;

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        merged = await ReadKnownAsync(cancellationToken);
        foreign = await context.ForeignIds.Where(id => id.Source == source && id.Kind == kind)
            .Select(id => new { id.ExternalId, Id = id.OrganisationId ?? id.PlaceId!.Value, id.RowDigest })
            .ToDictionaryAsync(id => id.ExternalId, id => (id.Id, id.RowDigest), StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>What it is here, after <see cref="WriteAsync"/>.</summary>
    public Guid IdOf(TDraft draft) => settled[draft.Key];

    public async Task WriteAsync(IReadOnlyList<TDraft> drafts, CancellationToken cancellationToken)
    {
        List<TDraft> added = [];
        List<ForeignId> named = [];
        List<(Guid Id, TDraft Draft)> changed = [];
        foreach (var draft in drafts)
        {
            if (settled.ContainsKey(draft.Key))
            {
                continue;
            }

            if (draft.ExternalId is { } externalId && foreign.TryGetValue(externalId, out var known))
            {
                settled[draft.Key] = LivesOnAs(known.Id);
                if (known.Digest != draft.Digest && known.Digest != ForeignId.NeverApplied)
                {
                    changed.Add((known.Id, draft));
                }

                continue;
            }

            var id = LivesOnAs(Find(draft));
            settled[draft.Key] = id;
            var isNew = TryKnow(id, draft);
            if (isNew)
            {
                added.Add(draft);
            }

            if (draft.ExternalId is not null)
            {
                named.Add(Named(draft, id, isNew ? draft.Digest : ForeignId.NeverApplied));
            }
        }

        await AddAsync(added, cancellationToken);
        await context.CopyAsync(named, cancellationToken);
        if (changed.Count > 0)
        {
            Changed.UnionWith(changed.Select(known => known.Id));
            await ChangeAsync(changed, cancellationToken);
            await context.KeepDigestsAsync(
                source, kind, [.. changed.Select(known => known.Draft.ExternalId)], [.. changed.Select(known => known.Draft.Digest)], cancellationToken);
        }
    }

    /// <summary>Reads what is there.</summary>
    /// <returns>Of each that was merged, what it was merged into.</returns>
    protected abstract Task<Dictionary<Guid, Guid>> ReadKnownAsync(CancellationToken cancellationToken);

    /// <summary>The one that is there and is the same, else the id that it will have.</summary>
    protected abstract Guid Find(TDraft draft);

    /// <returns>False when it is there already.</returns>
    protected abstract bool TryKnow(Guid id, TDraft draft);

    /// <param name="added">Under their own ids.</param>
    protected abstract Task AddAsync(IReadOnlyList<TDraft> added, CancellationToken cancellationToken);

    protected abstract Task ChangeAsync(IReadOnlyList<(Guid Id, TDraft Draft)> changed, CancellationToken cancellationToken);

    private Guid LivesOnAs(Guid id) => merged.GetValueOrDefault(id, id);

    private ForeignId Named(TDraft draft, Guid id, string digest) => new()
    {
        Source = source,
        Kind = kind,
        ExternalId = draft.ExternalId!,
        OrganisationId = kind == RecordKind.Organisation ? id : null,
        PlaceId = kind == RecordKind.Place ? id : null,
        RowDigest = digest,
    };
}
