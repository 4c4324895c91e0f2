using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;

namespace Medway.LocalOffer.Content.Seeding;

/// <summary>One text that comes with the product, as its file says it.</summary>
/// <param name="Key">What the file is known by: its path below the folder of content.</param>
/// <param name="Variant">See <see cref="VariantKey"/>.</param>
/// <param name="Digest">SHA-256 of the file, in hex.</param>
internal sealed record SeedPage(
    string Key, DocumentKind Kind, string Path, string Variant, string Digest, IReadOnlyDictionary<string, string> Matter, string Body)
{
    private static readonly HashSet<string> Known =
    [
        "title", "summary", "kind", "order", "owner", "check-every", "icon", "menu", "starts", "ends", "place", "also", "reading-age-reason", "source",
    ];

    /// <summary>Looked after by the documents it is a twin or a translation of.</summary>
    public bool IsTwin => Variant != VariantKey.Full;

    public string Slug => Path[(Path.LastIndexOf('/') + 1)..];

    public string? this[string key] => Matter.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    /// <param name="key">Path below the folder, as <c>pages/ehc-plans/ask.easy.md</c>.</param>
    /// <param name="content">The file.</param>
    /// <exception cref="InvalidDataException">The file is part of the product and is wrong; the message names file and line.</exception>
    public static SeedPage Read(string key, byte[] content)
    {
        var (kind, path, variant) = PlaceOf(key);
        var lines = Encoding.UTF8.GetString(content).ReplaceLineEndings("\n").Split('\n');
        if (lines[0].Trim('\uFEFF', ' ') != "---" || Array.IndexOf(lines, "---", 1) is not (> 0 and var end))
        {
            throw Wrong(key, 1, "begins with front matter between two lines of ---");
        }

        Dictionary<string, string> matter = new(StringComparer.Ordinal);
        for (var at = 1; at < end; at++)
        {
            var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? lines[at] : lines[at][..colon].Trim();
            if (colon < 0 || !Known.Contains(name) || !matter.TryAdd(name, lines[at][(colon + 1)..].Trim()))
            {
                throw Wrong(key, at + 1, $"'{name}' is not a key, or stands twice");
            }
        }

        var page = new SeedPage(
            key, KindOf(kind, matter.GetValueOrDefault("kind"), key), path, variant, Convert.ToHexStringLower(SHA256.HashData(content)), matter,
            string.Join('\n', lines[(end + 1)..]).Trim() + "\n");
        foreach (var needed in page.IsTwin ? ["title", "summary", "source"] : new[] { "title", "summary", "owner", "source" })
        {
            if (page[needed] is null)
            {
                throw Wrong(key, 1, $"has no {needed}");
            }
        }

        if (page["title"]!.Length > Limits.Title || page["summary"]!.Length > Limits.Summary || page["source"]!.Length > Limits.Note)
        {
            throw Wrong(key, 1, $"has a title over {Limits.Title}, a summary over {Limits.Summary} or a source over {Limits.Note} characters");
        }

        return page;
    }

    public int? Number(string name) => this[name] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(Key, 1, $"{name} is no number");

    /// <summary>"2026-12-03 10:00" in London.</summary>
    public DateTimeOffset? Moment(string name) => this[name] is not { } text ? null
        : DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            && UkMoment.Read(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall)).Instant is { } instant
                ? instant
                : throw Wrong(Key, 1, $"{name} is no time like 2026-12-03 10:00");

    public static InvalidDataException Wrong(string key, int line, string what) => new($"Seed file content/{key}, line {line}: {what}.");

    private static (DocumentKind Kind, string Path, string Variant) PlaceOf(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var parts = key[(slash + 1)..^".md".Length].Split('.');
        var kind = key[..slash] switch
        {
            "pages" => DocumentKind.Page,
            "news" => DocumentKind.News,
            "events" => DocumentKind.Event,
            "questions" => DocumentKind.Question,
            _ => throw Wrong(key, 1, "lies in a folder that is not pages, news, events or questions"),
        };
        var variant = parts.Length == 1 ? VariantKey.Full : parts[1] == "easy" ? VariantKey.EasyRead : parts[1];
        var segments = parts[0].Split('/');
        return parts.Length > 2 || !VariantKey.IsKnown(variant) || segments.Any(segment => Slugs.Problem(segment) is not null)
            ? throw Wrong(key, 1, "has a name that is not made of small letters, digits and single hyphens")
            : (kind, (kind.Folder() is { } folder ? $"/{folder}/" : "/") + parts[0], variant);
    }

    private static DocumentKind KindOf(DocumentKind placed, string? said, string key) => said switch
    {
        null or "" => placed,
        "page" when placed == DocumentKind.Page => DocumentKind.Page,
        "guide" when placed == DocumentKind.Page => DocumentKind.Guide,
        "step-by-step" when placed == DocumentKind.Page => DocumentKind.StepByStep,
        _ => throw Wrong(key, 1, $"cannot be of kind {said} there"),
    };
}
