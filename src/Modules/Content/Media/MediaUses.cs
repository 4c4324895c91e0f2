using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Media;

/// <param name="Title">Of the page, and in which way it is written when that is not all words.</param>
/// <param name="IsLive">Families see it there; otherwise it stands in a draft.</param>
internal sealed record MediaUse(Guid DocumentId, string Title, bool IsLive);

/// <summary>Where a picture or file is used: in what is live and in open drafts. Read from the texts themselves, so it is never out of date.</summary>
internal sealed class MediaUses(ContentDbContext context)
{
    public async Task<IReadOnlyList<MediaUse>> OfAsync(string key, CancellationToken cancellationToken)
    {
        var mention = SafeAddress.MediaScheme + key;
        var heads = await (
            from variant in context.Variants.AsNoTracking()
            join revision in context.Revisions on variant.Id equals revision.VariantId
            where (revision.Id == variant.LiveRevisionId || revision.Id == variant.DraftRevisionId)
                && variant.Document!.BinnedAt == null
                && (revision.Body.Contains(mention) || revision.Link == mention)
            orderby variant.Document!.Path, variant.Key
            select new { variant.DocumentId, variant.Key, revision.Title, revision.Body, revision.Link, IsLive = revision.Id == variant.LiveRevisionId })
            .ToListAsync(cancellationToken);
        return [.. heads
            .Where(head => head.Link == mention || MediaKeys.In(head.Body).Contains(key))
            .Select(head => new MediaUse(head.DocumentId, head.Key == VariantKey.Full ? head.Title : $"{head.Title} ({VariantKey.Words(head.Key)})", head.IsLive))];
    }
}
