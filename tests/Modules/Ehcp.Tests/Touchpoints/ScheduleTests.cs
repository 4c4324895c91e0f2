using System.Diagnostics;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>
/// Half a year of many records, by two hosts that are killed at random moments. Every record has exactly the touchpoints that one host makes of the same
/// history without ever being killed.
/// </summary>
[Proves("ehcp")]
[Long]
public sealed class ScheduleTests(PostgresCluster cluster) : IDisposable
{
    private const int Hosts = 2;
    private const int Days = 26 * 7;

    private static readonly DateTimeOffset Start = new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Real seconds in which nothing happens before the clock goes on: what a killed host had claimed comes back when its lease is over.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(4);

    /// <summary>News of one day waits half an hour for other news.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(31);

    private readonly string folder = Directory.CreateTempSubdirectory("lo-schedule-").FullName;

    private string ClockFile => Path.Combine(folder, "clock");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task HalfAYear_TwoHosts_KilledAgainAndAgain_EachTouchpointExactlyOnce()
    {
        var (records, kills) = (LongAttribute.Size(6, 1_000), LongAttribute.Size(8, 200));
        var expected = await ExpectedAsync();
        await using var app = new App(cluster);
        await app.InitializeAsync();
        app.Clock.StandAt(Start);
        var children = await LogAsync(app, records);

        var killed = await RunAsync(app, kills);

        var all = 0;
        for (var number = 0; number < records; number++)
        {
            var made = await MadeAsync(app, children[number]);
            made.ShouldBe(expected[number % 2], $"record {number}");
            all += made.Count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{records} records, {Days} days, {killed} kills: {all} touchpoints and alerts, each once");
        killed.ShouldBe(kills);
        (await CountAsync(app, "select count(*)::int as \"Value\" from (select 1 from messaging.messages where occurrence_key like 'ehcp.%' group by occurrence_key, channel having count(*) > 1) twice")).ShouldBe(0);
        (await CountAsync(app, "select count(*)::int as \"Value\" from platform.occurrences where state = 'failed'")).ShouldBe(0);
        (await CountAsync(app, "select count(*)::int as \"Value\" from platform.outbox where state = 'failed'")).ShouldBe(0);
    }

    /// <summary>What one host makes of one record of each kind.</summary>
    private async Task<List<List<string>>> ExpectedAsync()
    {
        await using var app = new App(cluster);
        await app.InitializeAsync();
        app.Clock.StandAt(Start);
        var children = await LogAsync(app, 2);
        while (true)
        {
            for (var turn = 0; await DueAsync(app, app.Clock.GetUtcNow()) > 0; turn++)
            {
                turn.ShouldBeLessThan(100, "something is due and does not happen");
                await ScheduleProcess.TurnAsync(app.Services);
            }

            if (await NextAsync(app, app.Clock.GetUtcNow()) is not { } next)
            {
                break;
            }

            app.Clock.StandAt(next);
        }

        List<List<string>> expected = [await MadeAsync(app, children[0]), await MadeAsync(app, children[1])];
        expected.ShouldAllBe(made => made.Count > 25, "the positive control: half a year has its touchpoints");
        expected.ShouldAllBe(made => made.Distinct().Count() == made.Count);
        return expected;
    }

    /// <summary>Every other record is one that was asked for just now; the rest wait for advice.</summary>
    private static async Task<List<Guid>> LogAsync(App app, int records)
    {
        List<Guid> children = [];
        for (var number = 0; number < records; number++)
        {
            var family = await app.FamilyAsync();
            using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
            var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(number % 2 == 0 ? 0 : -40));
            if (number % 2 == 1)
            {
                await staff.RecordedAsync(record, "DecidedToAssess", app.Today());
                await staff.RecordedAsync(record, "AdviceRequested", app.Today(), ("Adviser", "School"));
                await staff.RecordedAsync(record, "AdviceRequested", app.Today(), ("Adviser", "Health"));
            }

            children.Add(family.ChildId);
        }

        return children;
    }

    private async Task<int> RunAsync(App app, int kills)
    {
        var settings = app.Settings.Append(new("ConnectionStrings:LocalOffer", app.ConnectionString)).Append(new("Seeds:Root", Repository.At("seeds")))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        var random = new Random(5);
        Set(Start);
        var processes = Enumerable.Range(0, Hosts).Select(_ => ScheduleProcess.Start(ClockFile, settings)).ToArray();
        var killed = 0;
        try
        {
            while (true)
            {
                killed = await UntilQuietAsync(app, processes, settings, random, killed, kills);
                if (await NextAsync(app, Now) is not { } next)
                {
                    return killed;
                }

                Set(next);
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

    /// <returns>How many hosts have been killed so far.</returns>
    private async Task<int> UntilQuietAsync(App app, Process[] processes, Dictionary<string, string?> settings, Random random, int killed, int kills)
    {
        var (last, changedAt, mayKill) = (-1, Stopwatch.GetTimestamp(), true);
        while (true)
        {
            var due = await DueAsync(app, Now);
            if (due == 0)
            {
                return killed;
            }

            (last, changedAt) = due == last ? (last, changedAt) : (due, Stopwatch.GetTimestamp());
            if (mayKill && killed < kills && due > 0)
            {
                await Task.Delay(random.Next(10, 250), Given.Now);
                var victim = random.Next(Hosts);
                processes[victim].Kill();
                await processes[victim].WaitForExitAsync(Given.Now);
                processes[victim].Dispose();
                processes[victim] = ScheduleProcess.Start(ClockFile, settings);
                killed++;

                // Where there is much to do, there is time for more.
                mayKill = due > 100;
            }

            if (Stopwatch.GetElapsedTime(changedAt) > Stuck)
            {
                Set(Now + Later);
                changedAt = Stopwatch.GetTimestamp();
            }

            await Task.Delay(50, Given.Now);
        }
    }

    private DateTimeOffset Now => new SharedClock(ClockFile).GetUtcNow();

    private void Set(DateTimeOffset now) => SharedClock.Write(ClockFile, now - TimeProvider.System.GetUtcNow());

    /// <summary>What a host has to do at this moment.</summary>
    private static Task<int> DueAsync(App app, DateTimeOffset now) => app.AskAsync(context => context.Database.SqlQuery<int>(
        $"""
        select ((select count(*) from platform.occurrences where state = 'waiting' and due_at <= {now})
          + (select count(*) from messaging.requests where planned_at is null)
          + (select count(*) from messaging.messages where state in ('waiting', 'sending', 'unsure') and due_at <= {now} and waits_for_id is null and channel in ('email', 'sms'))
          + (select count(*) from platform.outbox where state = 'waiting'))::int as "Value"
        """).SingleAsync(Given.Now));

    /// <summary>Ten in the morning of the next day on which anything is due, or half an hour later when it is due today; null when half a year is over.</summary>
    private static async Task<DateTimeOffset?> NextAsync(App app, DateTimeOffset now)
    {
        var due = await app.AskAsync(context => context.Database.SqlQuery<DateTimeOffset>(
            $"""
            select coalesce(min(due_at), timestamptz '2999-01-01') as "Value" from (
              select due_at from platform.occurrences where state = 'waiting'
              union all select due_at from messaging.messages where state = 'waiting' and waits_for_id is null and channel in ('email', 'sms')) due
            """).SingleAsync(Given.Now));
        var morning = UkTime.StartOf(UkTime.DateIn(due)).AddHours(10);
        return due > Start.AddDays(Days) ? null : morning > now ? morning : now + Later;
    }

    /// <summary>Everything that was started for this child, each by what started it: ids differ from record to record.</summary>
    private static async Task<List<string>> MadeAsync(App app, Guid childId)
    {
        var record = await app.AskAsync(context => context.Records.Where(one => one.ChildId == childId).Select(one => one.Id).SingleAsync(Given.Now));
        var events = await app.AskAsync(context => context.Events.Where(one => one.RecordId == record).ToDictionaryAsync(one => one.Id, one => one, Given.Now));
        var touchpoints = await app.AskAsync(context => context.Touchpoints.Where(one => one.RecordId == record).ToListAsync(Given.Now));
        var alerts = await app.AskAsync(context => context.SilenceAlerts.Where(one => one.RecordId == record).ToListAsync(Given.Now));
        return
        [
            .. touchpoints.Select(one => $"{one.Code} {(one.EventId is { } id ? $"{events[id].Kind} {events[id].Adviser}" : one.Occasion)} {one.Mode} {one.State} {(one.PersonId == childId ? "child" : "parent")}")
                .Concat(alerts.Select(alert => $"alert {alert.Since:yyyy-MM-dd} {alert.Day} {(alert.PersonId == childId ? "child" : "parent")}"))
                .Concat(events.Values.Where(one => one.Kind == EventKind.Acknowledged).Select(one => $"acknowledged {one.HappenedOn:yyyy-MM-dd}"))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static Task<int> CountAsync(App app, string sql) => app.AskAsync(context => context.Database.SqlQueryRaw<int>(sql).SingleAsync(Given.Now));
}
