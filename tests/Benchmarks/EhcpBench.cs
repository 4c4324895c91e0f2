using System.Diagnostics;
using System.Text.Json;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Benchmarks;

/// <summary>
/// So many open EHC records with 60 messages each, loaded by COPY through the real encryption; then whole pages, with sessions and the trail of who looked, one reader at a time, in
/// this process. The database is one of its own without a disk's waiting, which reading does not need.
/// </summary>
internal static class EhcpBench
{
    private const int MessagesEach = 60;
    private const int Readers = 200;
    private const int WarmUp = 30;

    public static async Task<int> RunAsync(Options options)
    {
        var cluster = new PostgresCluster();
        var app = new App(cluster);
        try
        {
            await app.InitializeAsync();
            using var coordinator = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
            var loading = Stopwatch.StartNew();
            var parents = await app.CaseloadAsync(coordinator.AccountId, options.Records, MessagesEach);
            Print("loaded", [], ("records", options.Records), ("messages", options.Records * MessagesEach), ("seconds", Math.Round(loading.Elapsed.TotalSeconds, 1)));

            await FamiliesAsync(app, parents, "/my/ehc-plan", "family where we are");
            await FamiliesAsync(app, parents, "/my/ehc-plan/messages", "family timeline");
            foreach (var (name, path) in new[]
            {
                ("officer list", "/staff/ehcp/records"), ("officer list, mine, late", "/staff/ehcp/records?show=late&whose=mine"), ("officer list, last page", "/staff/ehcp/records?page=99999"),
                ("reviews 26 weeks ahead", "/staff/ehcp/reviews"),
            })
            {
                var times = new List<double>();
                for (var time = 0; time < WarmUp + (Readers / 4); time++)
                {
                    times.Add(await TimeAsync(coordinator.Client, path));
                }

                Print(name, times[WarmUp..]);
            }

            var clocks = Stopwatch.StartNew();
            var records = await app.WorkOutClocksAsync();
            Print("every clock", [], ("records", records), ("seconds", Math.Round(clocks.Elapsed.TotalSeconds, 1)));
            return 0;
        }
        finally
        {
            await app.DisposeAsync();
            await cluster.DisposeAsync();
        }
    }

    /// <summary>Each reader is another parent, so that nothing of theirs lies in a cache.</summary>
    private static async Task FamiliesAsync(App app, IReadOnlyList<Guid> parents, string path, string name)
    {
        var times = new List<double>();
        var readers = Math.Min(Readers + WarmUp, parents.Count);
        for (var number = 0; number < readers; number++)
        {
            using var parent = await app.SignInFamilyAsync(parents[number * parents.Count / readers]);
            times.Add(await TimeAsync(parent, path));
        }

        Print(name, times[Math.Min(WarmUp, readers / 2)..]);
    }

    private static async Task<double> TimeAsync(HttpClient client, string path)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
    }

    private static void Print(string name, List<double> times, params (string Name, object Value)[] more)
    {
        Dictionary<string, object> line = new() { ["bench"] = $"ehcp {name}" };
        foreach (var (key, value) in more)
        {
            line[key] = value;
        }

        if (times.Count > 0)
        {
            times.Sort();
            line["asked"] = times.Count;
            line["p50_ms"] = Math.Round(times[times.Count / 2], 1);
            line["p95_ms"] = Math.Round(times[times.Count * 95 / 100], 1);
        }

        Console.WriteLine(JsonSerializer.Serialize(line));
    }
}
