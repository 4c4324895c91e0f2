using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Benchmarks;

/// <summary>Cached pages beside a static file of the same host in the same run: the ratio is what counts.</summary>
internal static partial class PagesBench
{
    private const int Connections = 8;

    public static async Task<int> RunAsync(Options options)
    {
        var data = Site.NewDataFolder();
        await using (var site = await Site.StartAsync(data))
        {
            using var client = new HttpClient { BaseAddress = site.Address };
            var home = await client.GetStringAsync(new Uri("/", UriKind.Relative));
            var stylesheet = Stylesheet().Match(home).Groups[1].Value;
            var files = await Load.MedianAsync(site.Address, [stylesheet], Connections, options.Seconds);
            Load.Print("static", files, ("path", "stylesheet"));
            foreach (var path in new[] { "/", "/services/medway-short-break-grant", "/organisations/medway-council", "/ehc-plans/dates" })
            {
                var pages = await Load.MedianAsync(site.Address, [path], Connections, options.Seconds);
                Load.Print("page", pages, ("path", path), ("of_static", Math.Round(pages.PerSecond / files.PerSecond, 2)));
            }
        }

        Directory.Delete(data, recursive: true);
        return 0;
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex Stylesheet();
}
