using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Media;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Data;

/// <summary>A live value for each parameter of this module's routes. No link is made for it: a token that is none is not found.</summary>
internal sealed class ContentSampleRoutes(ContentDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        var page = await context.Documents.Where(document => document.Kind == DocumentKind.Page && document.BinnedAt == null).OrderBy(document => document.Path)
            .Select(document => document.Id).FirstAsync(cancellationToken);
        var ofPage = new Dictionary<string, string> { ["id"] = page.ToString("D"), ["variant"] = VariantKey.Full };
        var media = await context.Set<MediaItem>().OrderBy(item => item.Key).Select(item => new { item.Id, item.Key, item.Files.First().FileName }).FirstOrDefaultAsync(cancellationToken);
        return new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["sitemap/{kind}.xml"] = new Dictionary<string, string> { ["kind"] = Flow.PageSearchEntry.Source },
            ["link/check/{token}"] = new Dictionary<string, string> { ["token"] = "none" },
            ["staff/content/pages/{id}"] = ofPage,
            ["staff/content/pages/{id}/edit/{variant}"] = ofPage,
            ["staff/content/pages/{id}/preview/{variant}"] = ofPage,
            ["staff/content/pages/{id}/preview-text/{variant}"] = ofPage,
            ["staff/content/media/{id}"] = new Dictionary<string, string> { ["id"] = media?.Id.ToString("D") ?? page.ToString("D") },
            ["media/{key}/{file}"] = new Dictionary<string, string> { ["key"] = media?.Key ?? "none", ["file"] = media?.FileName ?? "none" },
            ["staff/content/pages/{id}/history/{variant}"] = ofPage,
            ["staff/content/pages/{id}/share/{variant}"] = ofPage,
            ["staff/content/pages/{id}/move"] = ofPage,
            ["staff/content/pages/{id}/arrange"] = ofPage,
            ["staff/content/pages/{id}/take-down"] = ofPage,
        };
    }
}
