using System.Text.Json;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Benchmarks.Data;

namespace Medway.LocalOffer.Benchmarks;

/// <summary>Uncached searches a second over HTTP; client, host and database share the machine.</summary>
internal static partial class SearchBench
{
    private const int Connections = 8;

    /// <summary>Seconds. The runtime compiles the busy code again while it runs; until then a search takes twice as long.</summary>
    private const int WarmUp = 75;

    private static readonly (string, string)[] NoCache = [("LOCALOFFER_OUTPUT_CACHE", "off")];

    public static async Task<int> RunAsync(Options options)
    {
        var (data, _) = await LoadedAsync(options.Records);
        await using (var site = await Site.StartAsync(data, NoCache))
        {
            var paths = Queries.Paths();
            var result = await Load.MedianAsync(site.Address, paths, Connections, options.Seconds, WarmUp);
            Load.Print("search", result, ("records", options.Records), ("queries", paths.Count), ("connections", Connections));
            if (options.Records > 10_000)
            {
                Load.Print("search", await Load.MedianAsync(site.Address, paths, 2, options.Seconds), ("records", options.Records), ("queries", paths.Count), ("connections", 2));
            }
        }

        // The same searches again and again, as a busy evening brings them: every one comes from the host's memory.
        await using (var site = await Site.StartAsync(data))
        {
            var paths = Queries.Paths();
            var result = await Load.MedianAsync(site.Address, paths, Connections, options.Seconds);
            Load.Print("search repeated", result, ("records", options.Records), ("queries", paths.Count), ("connections", Connections));
        }

        await FirstViewAsync(data);
        Directory.Delete(data, recursive: true);
        return 0;
    }

    /// <summary>What a browser that has never been here loads before it shows a page of results, as it travels.</summary>
    private static async Task FirstViewAsync(string data)
    {
        await using var site = await Site.StartAsync(data);
        using var handler = new HttpClientHandler { AutomaticDecompression = System.Net.DecompressionMethods.None };
        using var client = new HttpClient(handler) { BaseAddress = site.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "br");
        Dictionary<string, int> sizes = [];
        var page = await SizeAsync("page", "/search?q=autism&near=ME7");
        var html = await PlainAsync(site, "/search?q=autism&near=ME7");
        foreach (var asset in Asset().Matches(html).Select(match => match.Value).Distinct())
        {
            await SizeAsync(asset, asset);
            if (asset.EndsWith(".css", StringComparison.Ordinal))
            {
                foreach (var font in Font().Matches(await PlainAsync(site, asset)).Select(match => match.Value).Distinct())
                {
                    await SizeAsync(font, "/assets/" + font);
                }
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(new { bench = "first view", bytes = sizes.Values.Sum(), page, parts = sizes }));

        async Task<int> SizeAsync(string name, string path) =>
            sizes[name] = (await client.GetByteArrayAsync(new Uri(path, UriKind.Relative))).Length;
    }

    private static async Task<string> PlainAsync(Site site, string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        return await client.GetStringAsync(new Uri(path, UriKind.Relative));
    }

    [GeneratedRegex("/assets/[a-z]+\\.[a-z0-9]+\\.(css|js|svg)")]
    private static partial Regex Asset();

    [GeneratedRegex("[a-z0-9.-]+\\.woff2")]
    private static partial Regex Font();

    /// <summary>A data folder with the real services and made ones, so many in all, in the order a rebuild gives.</summary>
    public static async Task<(string Data, IReadOnlyDictionary<string, string> NamedAfter)> LoadedAsync(int records)
    {
        var data = Site.NewDataFolder();
        var file = Path.Combine(data, "made.csv");
        var namedAfter = await MadeServices.WriteAsync(file, Math.Max(0, records - Queries.Rows("services.csv").Count));
        await Site.CliAsync(data, "import", "listings", file);
        await Site.CliAsync(data, "search", "rebuild");
        File.Delete(file);
        return (data, namedAfter);
    }
}
