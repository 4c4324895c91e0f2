using System.Globalization;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Media;

/// <summary>What a text needs to know of the pictures and files that it names.</summary>
internal sealed class MediaFacts(ContentDbContext context) : IMediaFacts
{
    public async Task<IReadOnlyDictionary<string, MediaFact>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var found = await context.Set<MediaItem>().AsNoTracking().AsSingleQuery()
            .Where(media => keys.Contains(media.Key))
            .Select(media => new
            {
                media.Key,
                media.Kind,
                media.Alt,
                media.Width,
                media.Height,
                Files = media.Files.OrderByDescending(file => file.Width).Select(file => new { file.FileName, file.Width, file.Size }).ToList(),
            })
            .ToListAsync(cancellationToken);
        return found.Where(media => media.Files.Count > 0).ToDictionary(media => media.Key, media => new MediaFact(
            media.Key,
            MediaAddress.Of(media.Key, media.Files[0].FileName),
            media.Kind == MediaKind.Picture,
            media.Alt,
            media.Kind == MediaKind.Picture ? "Picture" : $"PDF, {SizeWords.Of(media.Files[0].Size)}",
            media.Width,
            media.Height,
            media.Files.Count < 2 ? null : string.Join(", ", media.Files.Select(file => string.Create(
                CultureInfo.InvariantCulture, $"{MediaAddress.Of(media.Key, file.FileName)} {file.Width}w")))), StringComparer.Ordinal);
    }
}

internal static class MediaAddress
{
    public static string Of(string key, string fileName) => $"/media/{key}/{fileName}";
}

internal static class SizeWords
{
    private const double Kilobyte = 1024;
    private const double Megabyte = Kilobyte * 1024;

    /// <summary>"120 KB", "1.5 MB".</summary>
    public static string Of(long bytes) => bytes < Megabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(bytes / Kilobyte)):0} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0.#} MB");
}
