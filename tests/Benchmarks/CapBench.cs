using System.Text.Json;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Benchmarks.Data;

namespace Medway.LocalOffer.Benchmarks;

/// <summary>Compares the first ten results of every judged query with and without the cap on ranked matches.</summary>
internal static partial class CapBench
{
    private const int Depth = 10;

    public static async Task<int> RunAsync(Options options)
    {
        var data = await SearchBench.LoadedAsync(options.Records);
        var capped = await FirstTensAsync(data);
        var uncapped = await FirstTensAsync(data, ("Search__MostRanked", "10000000"));
        Directory.Delete(data, recursive: true);
        var shared = capped.Zip(uncapped)
            .Where(pair => pair.Second.Count > 0)
            .Select(pair => (double)pair.First.Intersect(pair.Second).Count() / pair.Second.Count)
            .ToList();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "cap",
            records = options.Records,
            queries = shared.Count,
            shared_of_first_ten = Math.Round(shared.Average(), 3),
            queries_with_the_same_ten = shared.Count(share => share >= 1),
        }));
        return 0;
    }

    private static async Task<List<List<string>>> FirstTensAsync(string data, params (string, string)[] settings)
    {
        await using var site = await Site.StartAsync(data, [("LOCALOFFER_OUTPUT_CACHE", "off"), .. settings]);
        using var client = new HttpClient { BaseAddress = site.Address };
        List<List<string>> tens = [];
        foreach (var path in Queries.Judged())
        {
            var page = await client.GetStringAsync(new Uri(path, UriKind.Relative));
            tens.Add([.. Result().Matches(page).Take(Depth).Select(match => match.Groups[1].Value)]);
        }

        return tens;
    }

    [GeneratedRegex("<h3 id=\"r[0-9]+\"><a href=\"([^\"]+)\"")]
    private static partial Regex Result();
}
