using System.Diagnostics;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>Two hosts that live through a time day by day, on a clock that the test moves, and are killed at random moments; another takes the place of each.</summary>
internal sealed class KilledHosts : IDisposable
{
    private const int Hosts = 2;

    /// <summary>Milliseconds of work before a kill, at most.</summary>
    private const int LongestDelay = 200;

    /// <summary>Nothing changes for so long in real time: something is due and is not done.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(90);

    private readonly string folder = Directory.CreateTempSubdirectory("lo-schedule-").FullName;
    private readonly App app;
    private readonly Random random;
    private readonly Dictionary<string, string?> settings;
    private readonly Process[] processes;
    private DateTimeOffset moment;

    public KilledHosts(App app, DateTimeOffset start, int seed)
    {
        this.app = app;
        random = new Random(seed);
        settings = app.Settings.Append(new("ConnectionStrings:LocalOffer", app.ConnectionString)).Append(new("Seeds:Root", Repository.At("seeds"))).ToDictionary(pair => pair.Key, pair => pair.Value);
        Set(start);
        processes = [.. Enumerable.Range(0, Hosts).Select(_ => ScheduleProcess.Start(ClockFile, settings))];
    }

    public int Killed { get; private set; }

    /// <summary>How many of the killed left something undone.</summary>
    public int KilledAtWork { get; private set; }

    private string ClockFile => Path.Combine(folder, "clock");

    public void Dispose()
    {
        foreach (var process in processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <param name="days">Each is lived to its end: everything that is due is done.</param>
    /// <param name="kills">Spread over all days but the last tenth, while something is due.</param>
    public async Task LiveAsync(int days, int kills)
    {
        var first = UkTime.DateIn(moment);
        for (var day = 0; day <= days; day++)
        {
            Set(UkTime.StartOf(first.AddDays(day)).AddHours(10));
            while (Killed < Math.Min(kills, Math.Ceiling(kills * day / (days * 0.9))) && await DueAsync() > 0)
            {
                await KillAsync();
            }

            await UntilDoneAsync();
        }

        // What is left of them finds nothing to do.
        while (Killed < kills)
        {
            await KillAsync();
        }
    }

    private Task<int> DueAsync() => app.AskAsync(context => context.Database.SqlQuery<int>(
        $"select count(*)::int as \"Value\" from platform.occurrences where state = 'waiting' and due_at <= {moment}").SingleAsync(Given.Now));

    private async Task KillAsync()
    {
        var at = random.Next(Hosts);
        var victim = processes[at];
        await UntilAtWorkAsync(victim);
        await Task.Delay(random.Next(LongestDelay), Given.Now);
        victim.Kill();
        await victim.WaitForExitAsync(Given.Now);
        Killed++;
        KilledAtWork += await DueAsync() > 0 ? 1 : 0;

        // Another process may get its number.
        await app.AskAsync(context => context.Database.ExecuteSqlAsync($"delete from platform.jobs where key = {ScheduleProcess.KeyOf(victim.Id)}", Given.Now));
        victim.Dispose();
        processes[at] = ScheduleProcess.Start(ClockFile, settings);
    }

    private async Task UntilAtWorkAsync(Process process)
    {
        var key = ScheduleProcess.KeyOf(process.Id);
        while (await app.AskAsync(context => context.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from platform.jobs where key = {key}").SingleAsync(Given.Now)) == 0)
        {
            process.HasExited.ShouldBeFalse(Died());
            await Task.Delay(20, Given.Now);
        }
    }

    private async Task UntilDoneAsync()
    {
        var (last, changedAt) = (-1, Stopwatch.GetTimestamp());
        while (await DueAsync() is > 0 and var due)
        {
            processes.ShouldAllBe(process => !process.HasExited, Died());
            (last, changedAt) = due == last ? (last, changedAt) : (due, Stopwatch.GetTimestamp());
            Stopwatch.GetElapsedTime(changedAt).ShouldBeLessThan(Stuck, $"{due} are due on {UkTime.DateIn(moment):yyyy-MM-dd} and are not done");
            await Task.Delay(20, Given.Now);
        }
    }

    private static string Died() => $"a host died by itself: {ChildProcess.Errors}";

    private void Set(DateTimeOffset now)
    {
        moment = now;
        SharedClock.Write(ClockFile, now - TimeProvider.System.GetUtcNow());
    }
}
