using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Benchmarks.Data;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Benchmarks;

/// <summary>
/// What the cap on ranked matches costs: nDCG@10 over the judged queries with and without it. A made row is worth what the service is worth
/// whose name it carries, so among thousands of copies the ideal is ten of the best.
/// </summary>
internal static partial class CapBench
{
    private const int Depth = 10;

    public static async Task<int> RunAsync(Options options)
    {
        var (data, namedAfter) = await SearchBench.LoadedAsync(options.Records);
        // Made rows are services: pages of ours were judged apart.
        var judged = Queries.Rows("judgements.csv").Where(row => !row["id"].StartsWith('/')).ToLookup(row => row["query"]);
        var capped = await FirstTensAsync(data, judged);
        var uncapped = await FirstTensAsync(data, judged, ("Search__MostRanked", "10000000"));
        Directory.Delete(data, recursive: true);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "cap",
            records = options.Records,
            queries = judged.Count,
            ndcg_capped = Math.Round(Mean(capped), 4),
            ndcg_uncapped = Math.Round(Mean(uncapped), 4),
            queries_with_the_same_ten = capped.Count(pair => pair.Value.SequenceEqual(uncapped[pair.Key])),
        }));
        return 0;

        double Mean(Dictionary<string, List<string>> tens) => tens.Average(ten =>
        {
            var grades = judged[ten.Key].ToDictionary(row => row["id"], row => int.Parse(row["grade"], CultureInfo.InvariantCulture));
            var ideal = Discounted(Enumerable.Repeat(grades.Values.Max(), Depth));
            return Discounted(ten.Value.Select(id => grades.GetValueOrDefault(namedAfter.GetValueOrDefault(id, id)))) / ideal;
        });
    }

    private static double Discounted(IEnumerable<int> grades) =>
        grades.Select((grade, place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2)).Sum();

    private static async Task<Dictionary<string, List<string>>> FirstTensAsync(
        string data, ILookup<string, CsvRow> judged, params (string, string)[] settings)
    {
        await using var site = await Site.StartAsync(data, [("LOCALOFFER_OUTPUT_CACHE", "off"), .. settings]);
        using var client = new HttpClient { BaseAddress = site.Address };
        Dictionary<string, List<string>> tens = [];
        foreach (var query in judged.Select(rows => rows.Key))
        {
            var page = await client.GetStringAsync(new Uri("/search?q=" + Uri.EscapeDataString(query), UriKind.Relative));
            tens[query] = [.. Result().Matches(page).Take(Depth).Select(match => match.Groups[1].Value)];
        }

        return tens;
    }

    [GeneratedRegex("<h3 id=\"r[0-9]+\"><a href=\"/services/([^\"]+)\"")]
    private static partial Regex Result();
}
