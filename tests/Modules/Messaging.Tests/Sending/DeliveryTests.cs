using System.Diagnostics;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Tests.Sending;

/// <summary>Three processes dispatch at once and are killed at random points, while the provider fails, hangs after accepting, and sends receipts twice and in the wrong order.</summary>
[Proves("messaging")]
[Long]
public sealed class DeliveryTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const int Processes = 3;

    /// <summary>Real seconds in which nothing may happen before the shared clock jumps: longer than a provider is waited for.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2.5);

    private readonly string folder = Directory.CreateTempSubdirectory("lo-dispatch-").FullName;
    private NotifyStandIn notify = null!;
    private OwnApp app = null!;
    private TimeSpan offset;

    private string ClockFile => Path.Combine(folder, "clock");

    public async ValueTask InitializeAsync()
    {
        notify = await NotifyStandIn.StartAsync();
        notify.Hang = TimeSpan.FromSeconds(1.2);
        app = new OwnApp(cluster);
        foreach (var (key, value) in notify.Settings(timeoutSeconds: 0.6))
        {
            app.Settings[key] = value;
        }

        await app.InitializeAsync();
        SharedClock.Write(ClockFile, offset);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await notify.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Dispatch_ThroughFaultsAndKills_EveryMessageEnds_NoneLost_NoneTwice()
    {
        var (messages, kills) = (LongAttribute.Size(300, 10_000), LongAttribute.Size(6, 50));
        var template = await app.TemplateAsync("safety");
        List<MadeFamily> families = [];
        for (var family = 0; family < 20; family++)
        {
            families.Add(await app.FamilyAsync());
        }

        for (var number = 0; number < messages; number++)
        {
            var family = families[number % families.Count];
            await app.RequestAsync(Given.ToPerson(family.ParentId, template, $"occurrence {number}", family.ChildId, Contracts.MessageChannel.Email));
        }

        notify.Faults = new NotifyFaults(Errors: 0.30, TimeoutsAfterAccepting: 0.10, Duplicates: 0.05, OutOfOrder: 0.20);
        var (killed, posted) = await RunAsync(messages, kills);

        var byState = await app.AskAsync(context => context.Messages.GroupBy(m => m.State).ToDictionaryAsync(g => g.Key, g => g.Count(), Given.Now));
        var tries = await app.AskAsync(context => context.Attempts.GroupBy(a => a.Outcome).ToDictionaryAsync(g => g.Key, g => g.Count(), Given.Now));
        var twice = notify.All.GroupBy(accepted => accepted.Reference).Count(group => group.Count() > 1);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{messages} messages, {killed} kills: {string.Join(", ", byState.Select(pair => $"{pair.Value} {pair.Key}"))}; accepted by the provider {notify.All.Count}, twice {twice}; "
            + $"receipts {posted}; attempts: {string.Join(", ", tries.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} {pair.Key}"))}");

        killed.ShouldBe(kills);
        notify.BadTokens.ShouldBe(0);
        byState.Values.Sum().ShouldBe(messages, "none lost: one line of the ledger for each request");
        byState.Keys.ShouldAllBe(state => state.IsFinal());
        byState[MessageState.Delivered].ShouldBe(messages);
        twice.ShouldBe(0, "none delivered twice");
        notify.All.Select(accepted => accepted.Reference).Distinct().Count().ShouldBe(messages);

        // The faults were really there.
        tries.Keys.ShouldContain("no_answer");
        tries.Keys.ShouldContain("busy_429");
        tries.Keys.ShouldContain("broken_500");
    }

    private async Task<(int Killed, int Posted)> RunAsync(int messages, int kills)
    {
        var settings = app.Settings.Append(new("ConnectionStrings:LocalOffer", app.ConnectionString)).Append(new("Seeds:Root", Repository.At("seeds")))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        var random = new Random(3);
        var processes = Enumerable.Range(0, Processes).Select(_ => DispatchProcess.Start(ClockFile, settings)).ToArray();
        using var client = app.CreateClient();
        var (killed, posted, last, changedAt, started) = (0, 0, "", Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        var nextKill = TimeSpan.FromSeconds(3);
        try
        {
            while (true)
            {
                posted += await PostReceiptsAsync(client);
                var (left, now) = await LookAsync();
                if (now != last)
                {
                    (last, changedAt) = (now, Stopwatch.GetTimestamp());
                }

                if (left == 0 && notify.Receipts.IsEmpty && killed == kills)
                {
                    return (killed, posted);
                }

                if (killed < kills && Stopwatch.GetElapsedTime(started) > nextKill)
                {
                    var victim = random.Next(Processes);
                    processes[victim].Kill();
                    await processes[victim].WaitForExitAsync(Given.Now);
                    processes[victim].Dispose();
                    processes[victim] = DispatchProcess.Start(ClockFile, settings);
                    killed++;
                    nextKill = Stopwatch.GetElapsedTime(started) + TimeSpan.FromSeconds(0.3 + (random.NextDouble() * 2));
                }

                if (Stopwatch.GetElapsedTime(changedAt) > Quiet && notify.InFlight == 0 && left > 0)
                {
                    await JumpAsync();
                    changedAt = Stopwatch.GetTimestamp();
                }

                await Task.Delay(100, Given.Now);
            }
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill();
                process.Dispose();
            }
        }
    }

    /// <summary>What is left, and everything that changes while something happens.</summary>
    private Task<(int Left, string Now)> LookAsync() => app.AskAsync(async context =>
    {
        var left = await context.Messages.CountAsync(m => !MessageStates.Final.Contains(m.State), Given.Now) + await context.Requests.CountAsync(r => r.PlannedAt == null, Given.Now);
        var now = $"{left} {await context.Attempts.CountAsync(Given.Now)} {await context.Messages.CountAsync(m => m.LeaseUntil != null, Given.Now)} {notify.All.Count} {await context.Receipts.CountAsync(Given.Now)}";
        return (left, now);
    });

    /// <summary>To the moment at which the next message is due or the next dead host's claim has run out.</summary>
    private async Task JumpAsync()
    {
        var due = await app.AskAsync(context => context.Messages.Where(m => MessageStates.Ours.Contains(m.State)).Select(m => m.LeaseUntil > m.DueAt ? m.LeaseUntil : m.DueAt).MinAsync(Given.Now));
        if (due is { } next && next - (TimeProvider.System.GetUtcNow() + offset) is { Ticks: > 0 } ahead)
        {
            offset += ahead + TimeSpan.FromSeconds(1);
            SharedClock.Write(ClockFile, offset);
        }
    }

    /// <summary>Each in a request of its own, as Notify does.</summary>
    private async Task<int> PostReceiptsAsync(HttpClient client)
    {
        var posted = 0;
        for (var count = notify.Receipts.Count; count > 0 && notify.Receipts.TryDequeue(out var owed); count--)
        {
            using var receipt = NotifyStandIn.Receipt(owed.Of.Id, owed.Of.Reference, owed.Status);
            var answer = await client.CallBackAsync(receipt);
            answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.StatusCode}");
            posted++;
        }

        return posted;
    }
}
