using System.Diagnostics;
using System.Text.Json;

namespace Medway.LocalOffer.Benchmarks;

/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="Failed">Answers that were not 200, and broken connections.</param>
internal sealed record LoadResult(double PerSecond, double P50, double P95, double P99, double BytesEach, long Failed);

/// <summary>Drives a site with wrk (Debian's package): keep-alive connections, the paths in turn.</summary>
internal static class Load
{
    private const string Script = """
        local paths = {}
        for line in io.lines(os.getenv("LO_PATHS")) do paths[#paths + 1] = line end
        local at = 0
        request = function()
          at = at % #paths + 1
          return wrk.format("GET", paths[at])
        end
        done = function(summary, latency, requests)
          local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
          io.write(string.format('RESULT {"perSecond":%.1f,"p50":%.3f,"p95":%.3f,"p99":%.3f,"bytesEach":%.0f,"failed":%d}\n',
            summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
            latency:percentile(99) / 1e3, summary.bytes / summary.requests, failed))
        end
        """;

    public static async Task<LoadResult> RunAsync(Uri address, IReadOnlyList<string> paths, int connections, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("lo-load-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "load.lua"), Script);
        await File.WriteAllLinesAsync(Path.Combine(folder, "paths"), paths);
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var word in new[] { "-t1", $"-c{connections}", $"-d{seconds}s", "-s", Path.Combine(folder, "load.lua"), address.ToString() })
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["LO_PATHS"] = Path.Combine(folder, "paths");
        using var wrk = Process.Start(start)!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        var line = said.Split('\n').FirstOrDefault(line => line.StartsWith("RESULT ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk said: {said}");
        return JsonSerializer.Deserialize<LoadResult>(line["RESULT ".Length..], JsonSerializerOptions.Web)!;
    }

    /// <summary>Three runs after a warm-up; the one with the middle number of answers.</summary>
    /// <param name="warmUp">Seconds. Default: as long as a run.</param>
    public static async Task<LoadResult> MedianAsync(Uri address, IReadOnlyList<string> paths, int connections, int seconds, int? warmUp = null)
    {
        await RunAsync(address, paths, connections, warmUp ?? seconds);
        List<LoadResult> runs = [];
        for (var run = 0; run < 3; run++)
        {
            runs.Add(await RunAsync(address, paths, connections, seconds));
        }

        return runs.OrderBy(run => run.PerSecond).ElementAt(1);
    }

    public static void Print(string name, LoadResult result, params (string Name, object Value)[] more)
    {
        Dictionary<string, object> line = new() { ["bench"] = name };
        foreach (var (key, value) in more)
        {
            line[key] = value;
        }

        line["per_second"] = result.PerSecond;
        line["p50_ms"] = result.P50;
        line["p95_ms"] = result.P95;
        line["p99_ms"] = result.P99;
        line["bytes_each"] = result.BytesEach;
        line["failed"] = result.Failed;
        Console.WriteLine(JsonSerializer.Serialize(line));
    }
}
