using System.Text.Json;
using Medway.LocalOffer.Benchmarks.Data;

namespace Medway.LocalOffer.Benchmarks;

/// <summary>
/// A file of services into an instance that has only the services that come with the product, by the published command line on a private
/// PostgreSQL with normal durability: from the start of the program, which starts the database, to its end.
/// </summary>
internal static class ImportBench
{
    public static async Task<int> RunAsync(Options options)
    {
        var data = Site.NewDataFolder();
        await Site.CliAsync(data, "settings");
        var file = Path.Combine(data, "made.csv");
        await MadeServices.WriteAsync(file, options.Records);
        var (took, peakBytes) = await Site.CliMeasuredAsync(data, "import", "listings", file);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "import",
            records = options.Records,
            file_mb = new FileInfo(file).Length / 1_000_000,
            seconds = Math.Round(took.TotalSeconds, 1),
            services_a_second = Math.Round(options.Records / took.TotalSeconds),
            peak_mb = peakBytes / 1_000_000,
        }));
        Directory.Delete(data, recursive: true);
        return 0;
    }
}
