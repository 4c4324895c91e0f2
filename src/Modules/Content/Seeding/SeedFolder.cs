using System.Security.Cryptography;
using System.Text;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Seeding;

namespace Medway.LocalOffer.Content.Seeding;

/// <summary>The folder of texts, in an order in which each finds what it needs: words, then pages from the top of the tree down, then their twins.</summary>
internal static class SeedFolder
{
    /// <summary>Is always there, so that the folder is found by it.</summary>
    private const string WordsFile = "content/words.csv";

    public static async Task<IReadOnlyList<SeedPage>> ReadAsync(SeedFiles files, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(files.PathOf(SeedSet.Reference, WordsFile))!;
        List<SeedPage> pages = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
        {
            var key = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (key.Contains('/', StringComparison.Ordinal))
            {
                pages.Add(SeedPage.Read(key, await File.ReadAllBytesAsync(file, cancellationToken)));
            }
        }

        return
        [
            .. Words(files),
            .. pages.OrderBy(page => page.IsTwin).ThenBy(page => page.Path.Count(character => character == '/')).ThenBy(page => page.Key, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<SeedPage> Words(SeedFiles files) =>
        from row in files.Rows(SeedSet.Reference, WordsFile, "slug", "term", "meaning", "also")
        select new SeedPage(
            $"words/{row["slug"]}.csv", DocumentKind.Term, $"/words/{row["slug"]}", VariantKey.Full,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{row["term"]}\0{row["meaning"]}\0{row["also"]}"))),
            new Dictionary<string, string>
            {
                ["title"] = row["term"],
                ["summary"] = row["meaning"].Length <= Data.Limits.Summary ? row["meaning"] : $"What “{row["term"]}” means.",
                ["owner"] = "the Local Offer team",
                ["source"] = "seeds/reference/content/words.csv",
                ["also"] = row["also"],
            },
            row["meaning"] + "\n");
}
