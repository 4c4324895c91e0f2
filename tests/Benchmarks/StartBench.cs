using System.Text.Json;

namespace Medway.LocalOffer.Benchmarks;

/// <summary>Published start to the whole first page: the first start makes the database, later ones find it.</summary>
internal static class StartBench
{
    public static async Task<int> RunAsync()
    {
        var data = Site.NewDataFolder();
        List<double> seconds = [];
        for (var start = 0; start < 4; start++)
        {
            await using var site = await Site.StartAsync(data);
            seconds.Add(Math.Round(site.StartedIn.TotalSeconds, 2));
        }

        Console.WriteLine(JsonSerializer.Serialize(new { bench = "start", first_seconds = seconds[0], later_seconds = seconds[1..].Order().ElementAt(1) }));
        Directory.Delete(data, recursive: true);
        return 0;
    }
}
