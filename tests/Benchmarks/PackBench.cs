using System.Diagnostics;
using System.Text.Json;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Benchmarks;

/// <summary>
/// So many open EHC records; then every number of the plan counted from them, and the pack of a board read and written twice, in this process. The database is one of its
/// own without a disk's waiting, which reading does not need.
/// </summary>
internal static class PackBench
{
    private const int MessagesEach = 1;

    public static async Task<int> RunAsync(Options options)
    {
        var cluster = new PostgresCluster();
        var app = new App(cluster);
        try
        {
            await app.InitializeAsync();
            using var coordinator = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
            var loading = Stopwatch.StartNew();
            await app.CaseloadAsync(coordinator.AccountId, options.Records, MessagesEach);
            var board = await app.PlanBoardAsync();
            Print("loaded", ("records", options.Records), ("seconds", Seconds(loading)));

            var counting = Stopwatch.StartNew();
            var written = await app.TakeFiguresAsync();
            Print("every number counted", ("figures", written), ("seconds", Seconds(counting)));

            var (first, firstSeconds) = await PackAsync(app, board);
            var (second, secondSeconds) = await PackAsync(app, board);
            var isSame = first.Content.AsSpan().SequenceEqual(second.Content);
            Print(
                "twice", ("parts", first.Parts), ("numbers", first.Figures), ("bytes", first.Content.Length), ("first_seconds", firstSeconds), ("second_seconds", secondSeconds), ("identical", isSame));
            return isSame ? 0 : 1;
        }
        finally
        {
            await app.DisposeAsync();
            await cluster.DisposeAsync();
        }
    }

    private static async Task<((int Parts, int Figures, byte[] Content) Pack, double Seconds)> PackAsync(App app, Guid board)
    {
        var writing = Stopwatch.StartNew();
        var pack = await app.WritePackAsync(board);
        return (pack, Seconds(writing));
    }

    private static double Seconds(Stopwatch watch) => Math.Round(watch.Elapsed.TotalSeconds, 2);

    private static void Print(string name, params (string Name, object Value)[] more)
    {
        Dictionary<string, object> line = new() { ["bench"] = $"pack {name}" };
        foreach (var (key, value) in more)
        {
            line[key] = value;
        }

        Console.WriteLine(JsonSerializer.Serialize(line));
    }
}
