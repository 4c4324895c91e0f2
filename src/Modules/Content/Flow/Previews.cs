using Medway.LocalOffer.Content.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>What a revision would look like if it were published. Nothing of it is stored.</summary>
internal sealed class Previews(ContentDbContext context, TimeProvider clock)
{
    /// <summary>The draft, or else what is live; null when nothing was ever written.</summary>
    public async Task<PublishedPage?> OfHeadAsync(Guid documentId, string variantKey, CancellationToken cancellationToken)
    {
        var variant = await context.Variants.AsNoTracking().Include(variant => variant.Document)
            .SingleOrDefaultAsync(variant => variant.DocumentId == documentId && variant.Key == variantKey, cancellationToken);
        return variant?.HeadId is { } id && variant.Document!.BinnedAt is null
            ? Of(variant, await context.Revisions.AsNoTracking().SingleAsync(revision => revision.Id == id, cancellationToken))
            : null;
    }

    /// <summary>One revision, whatever became of it since.</summary>
    public async Task<PublishedPage?> OfRevisionAsync(Guid documentId, Guid revisionId, CancellationToken cancellationToken)
    {
        var revision = await context.Revisions.AsNoTracking().SingleOrDefaultAsync(revision => revision.Id == revisionId, cancellationToken);
        var variant = revision is null ? null : await context.Variants.AsNoTracking().Include(variant => variant.Document)
            .SingleOrDefaultAsync(variant => variant.Id == revision.VariantId && variant.DocumentId == documentId, cancellationToken);
        return variant is null ? null : Of(variant, revision!);
    }

    private PublishedPage Of(Variant variant, Revision revision) => new()
    {
        DocumentId = variant.DocumentId,
        Variant = variant.Key,
        RevisionId = revision.Id,
        Kind = variant.Document!.Kind,
        Path = variant.Document.Path,
        Address = Domain.VariantKey.AddressOf(variant.Document.Path, variant.Key),
        ParentId = variant.Document.ParentId,
        Position = variant.Document.Position,
        Icon = variant.Document.Icon,
        Title = revision.Title,
        Summary = revision.Summary,
        Body = revision.Body,
        StartsAt = revision.StartsAt,
        EndsAt = revision.EndsAt,
        Place = revision.Place,
        Link = revision.Link,
        Owner = variant.Document.Owner,
        LastCheckedOn = variant.Document.LastCheckedOn,
        NextCheckOn = variant.Document.NextCheckOn,
        PublishedAt = clock.GetUtcNow(),
        ChangeNote = revision.ChangeNote,
    };
}
