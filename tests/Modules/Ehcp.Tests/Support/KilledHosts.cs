using System.Diagnostics;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>Two hosts that live through a time together, on a clock that the test moves, and are killed at random moments; another takes the place of each.</summary>
internal sealed class KilledHosts : IDisposable
{
    private const int Hosts = 2;
    private const int LongestDelay = 150;

    /// <summary>Real seconds in which nothing happens before the clock goes on: what a killed host had claimed comes back when its lease is over.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(4);

    private readonly string folder = Directory.CreateTempSubdirectory("lo-schedule-").FullName;
    private readonly App app;
    private readonly Random random;
    private readonly Dictionary<string, string?> settings;
    private readonly Process[] processes;

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

    public int Moments { get; private set; }

    private string ClockFile => Path.Combine(folder, "clock");

    private DateTimeOffset Now => new SharedClock(ClockFile).GetUtcNow();

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

    /// <param name="end">Nothing that is due later is waited for.</param>
    /// <param name="kills">Spread over the first four fifths of the time.</param>
    public async Task LiveAsync(DateTimeOffset end, int kills)
    {
        var start = Now;
        var times = new Queue<DateTimeOffset>(Enumerable.Range(0, kills).Select(_ => start + ((end - start) * 0.8 * random.NextDouble())).Order());
        DateTimeOffset? next = start;
        while (next is { } moment)
        {
            await UntilAtWorkAsync(Hosts);
            Set(moment);
            Moments++;
            while (times.TryPeek(out var time) && time <= moment)
            {
                times.Dequeue();
                await UntilAtWorkAsync(Hosts);
                await KillAsync();
            }

            await UntilQuietAsync();
            next = await app.NextAsync(Now, end);
        }
    }

    private async Task KillAsync()
    {
        await Task.Delay(random.Next(LongestDelay), Given.Now);
        var at = random.Next(Hosts);
        var victim = processes[at];
        victim.Kill();
        await victim.WaitForExitAsync(Given.Now);
        Killed++;
        KilledAtWork += await app.DueAsync(Now) > 0 ? 1 : 0;

        // Nobody waits for its minute again.
        await app.AskAsync(context => context.Database.ExecuteSqlAsync($"delete from platform.jobs where key = {ScheduleProcess.KeyOf(victim.Id)}", Given.Now));
        victim.Dispose();
        processes[at] = ScheduleProcess.Start(ClockFile, settings);
    }

    /// <summary>Until everything that is due at this moment is done.</summary>
    private async Task UntilQuietAsync()
    {
        var (last, changedAt) = (-1, Stopwatch.GetTimestamp());
        while (await app.DueAsync(Now) is > 0 and var due)
        {
            processes.ShouldAllBe(process => !process.HasExited, "a host died by itself");
            (last, changedAt) = due == last ? (last, changedAt) : (due, Stopwatch.GetTimestamp());
            if (Stopwatch.GetElapsedTime(changedAt) > Stuck)
            {
                await UntilAtWorkAsync(1);
                Set(Now + Agenda.Later);
                changedAt = Stopwatch.GetTimestamp();
            }

            await Task.Delay(20, Given.Now);
        }
    }

    private async Task UntilAtWorkAsync(int hosts)
    {
        while (true)
        {
            List<string> keys = [.. processes.Select(process => ScheduleProcess.KeyOf(process.Id))];
            processes.ShouldAllBe(process => !process.HasExited, "a host died by itself");
            if (await app.AskAsync(context => context.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from platform.jobs where key = any({keys})").SingleAsync(Given.Now)) >= hosts)
            {
                return;
            }

            await Task.Delay(50, Given.Now);
        }
    }

    private void Set(DateTimeOffset now) => SharedClock.Write(ClockFile, now - TimeProvider.System.GetUtcNow());
}
