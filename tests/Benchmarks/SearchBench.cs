using Medway.LocalOffer.Benchmarks.Data;

namespace Medway.LocalOffer.Benchmarks;

/// <summary>Uncached searches a second over HTTP; client, host and database share the machine.</summary>
internal static class SearchBench
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

        Directory.Delete(data, recursive: true);
        return 0;
    }

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
