namespace Medway.LocalOffer.Benchmarks;

/// <summary>Messages a second from the request to the sink, through People's gate, one process, on a private PostgreSQL with normal durability.</summary>
internal static class MessagesBench
{
    public static async Task<int> RunAsync(Options options)
    {
        var data = Site.NewDataFolder();
        await Site.CliTextAsync(data, "Development", "seed", "demo");

        for (var run = 0; run < 3; run++)
        {
            Console.Write(await Site.CliTextAsync(data, "Development", "rehearse-messages", options.Records.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        Directory.Delete(data, recursive: true);
        return 0;
    }
}
