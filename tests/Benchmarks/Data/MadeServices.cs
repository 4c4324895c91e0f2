using System.Globalization;
using System.Text;

namespace Medway.LocalOffer.Benchmarks.Data;

/// <summary>
/// Services for a load test, made from the real ones: one row's name, another's description and times, another's place. So words are as
/// common, and descriptions as long, as in the real directory; the same number always gives the same rows.
/// </summary>
internal static class MadeServices
{
    private static readonly string[] Columns =
    [
        "id", "service_name", "organisation_name", "service_type", "description", "age_min", "age_max", "needs", "cost", "cost_note", "days_times",
        "venue_name", "town", "postcode", "latitude", "longitude", "phone", "referral", "accessibility",
    ];

    private static readonly string[] PlaceColumns = ["venue_name", "town", "postcode", "latitude", "longitude"];
    private static readonly string[] TextColumns = ["description", "cost_note", "days_times"];

    /// <summary>Writes so many rows.</summary>
    /// <returns>By the id of a made row: the id of the real service whose name, kind and needs it carries.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> WriteAsync(string path, int count)
    {
        var real = Queries.Rows("services.csv");
        var random = new Random(20_261_121);
        var text = new StringBuilder(string.Join(',', Columns)).Append('\n');
        Dictionary<string, string> namedAfter = new(count);
        for (var number = 0; number < count; number++)
        {
            var (named, told, placed) = (real[random.Next(real.Count)], real[random.Next(real.Count)], real[random.Next(real.Count)]);
            var id = string.Create(CultureInfo.InvariantCulture, $"made-{number}");
            namedAfter[id] = named["id"];
            text.AppendJoin(',', Columns.Select(column => Quoted(column switch
            {
                "id" => id,
                "service_name" => $"{named["service_name"]} {placed["town"]} {number % 97}",
                _ when PlaceColumns.Contains(column) => placed[column],
                _ when TextColumns.Contains(column) => told[column],
                _ => named[column],
            }))).Append('\n');
        }

        await File.WriteAllTextAsync(path, text.ToString());
        return namedAfter;
    }

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
