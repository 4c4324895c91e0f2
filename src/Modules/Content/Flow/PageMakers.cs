using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>Whoever saved any revision of a page, in any way of writing, made it; so did the one who is asked to check it.</summary>
internal sealed class PageMakers(ContentDbContext context) : IPageMakers
{
    public async Task<bool> IsMadeByAsync(Guid accountId, string path, CancellationToken cancellationToken)
    {
        if (Slugs.Normal(path) is not { } normal)
        {
            return false;
        }

        var last = normal.LastIndexOf('/');
        var page = last > 0 && VariantKey.IsTwinSlug(normal[(last + 1)..]) ? normal[..last] : normal;
        var actor = accountId.ToString("D");
        return await context.Documents.AnyAsync(
            document => document.Path == page && document.BinnedAt == null
                && (document.OwnerAccountId == accountId
                    || context.Revisions.Any(revision => revision.CreatedBy == actor && document.Variants.Any(variant => variant.Id == revision.VariantId))),
            cancellationToken);
    }
}
