using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Links;

/// <summary>The addresses of other sites in what is live.</summary>
internal sealed class PageLinks(ContentDbContext context) : ILinkSource
{
    public string Name => ContentModule.SchemaName;

    public async Task<IReadOnlyList<LinkUse>> LinksAsync(CancellationToken cancellationToken)
    {
        var pages = await context.Published.AsNoTracking().Where(page => page.TakenDown == null && page.Body.Contains("http"))
            .Select(page => new { page.DocumentId, page.Variant, page.Title, page.Owner, page.Body }).ToListAsync(cancellationToken);

        // Only where links lead counts here: neither the glossary nor pictures are needed for that.
        return [.. pages.SelectMany(page => PageText.Read(page.Body, VariantKey.KindOf(page.Variant), TextSurroundings.None).Links
            .Where(SafeAddress.IsElsewhere)
            .Select(address => new LinkUse(address, page.Title, $"/staff/content/pages/{page.DocumentId}?variant={page.Variant}", page.Owner)))];
    }
}
