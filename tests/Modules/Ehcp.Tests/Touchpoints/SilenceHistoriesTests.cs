using System.Globalization;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>The silence guard, over histories by chance: messages arrive on some days and not on others, and officers record, take back and call as they please.</summary>
[Proves("ehcp")]
[Long]
public sealed partial class SilenceHistoriesTests(PostgresCluster cluster)
{
    private const int Families = 6;
    private const int QuietDays = 15;

    private static readonly DateTimeOffset Tuesday = new(2026, 2, 24, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task RandomHistories_WhoeverHearsNothingFor14Days_WasSeenOnDays10And13()
    {
        var (seeds, days) = (LongAttribute.Size(2, 25), LongAttribute.Size(45, 80));
        var all = default(Counts);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var counts = await LiveAsync(seed, days);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"seed {seed}: {Families} families, {days + QuietDays} days; {counts.Silent} mornings of day 10 or later, each seen; {counts.News} updates by themselves, {counts.Useful} of them useful; {counts.Same} said the same twice, each a call");
            all = new(all.Silent + counts.Silent, all.News + counts.News, all.Useful + counts.Useful, all.Same + counts.Same);
        }

        // It was about something.
        all.Silent.ShouldBeGreaterThan(0);
        all.Useful.ShouldBeInRange(1, all.News - 1);
        all.Same.ShouldBeGreaterThan(0);
    }

    private async Task<Counts> LiveAsync(int seed, int days)
    {
        var random = new Random(seed);
        await using var app = new App(cluster);
        await app.InitializeAsync();
        app.Clock.StandAt(Tuesday);
        List<SilenceHistory> histories = [];
        for (var i = 0; i < Families; i++)
        {
            histories.Add(await SilenceHistory.BeginAsync(app, random, random.Next(60), withSecond: i % 2 == 1));
        }

        var silent = 0;
        for (var day = 0; day < days; day++)
        {
            app.GoOn();
            await app.HandOutAsync();
            silent += await SeenAsync(app, histories, seed);
            if (random.Next(5) == 0)
            {
                await app.LaterTodayAsync();
            }

            foreach (var history in histories)
            {
                await history.LiveAsync();
            }
        }

        for (var day = 0; day < QuietDays; day++)
        {
            app.GoOn();
            await app.HandOutAsync();
            silent += await SeenAsync(app, histories, seed);
        }

        await LosesAnAlertAsync(app, histories);
        var (news, useful) = await UsefulAsync(app, seed);
        return new Counts(silent, news, useful, await SameAsync(app, [.. histories.SelectMany(history => history.CameBack)], seed));
    }

    /// <returns>How many hear nothing for ten days or more; each was seen, and nobody else.</returns>
    private static async Task<int> SeenAsync(App app, List<SilenceHistory> histories, int seed)
    {
        var (silent, wrong) = await LookAsync(app, histories);
        if (wrong.Count > 0)
        {
            wrong.ShouldBeEmpty($"seed {seed}, {app.Today():yyyy-MM-dd}. {await StateAsync(app, histories)}");
        }

        return silent;
    }

    /// <summary>What a failure is explained by: what happened on each record, and which looks are planned, done or broken.</summary>
    private static async Task<string> StateAsync(App app, List<SilenceHistory> histories)
    {
        var looks = await app.AskAsync(context => context.Database.SqlQuery<string>(
            $"select subject || ' ' || key || ' ' || state || ' ' || coalesce(try_again_at::text, '') || coalesce(last_error, '') as \"Value\" from platform.occurrences where kind = 'ehcp.record-moment' order by due_at, id").ToListAsync(Given.Now));
        return string.Join('\n', histories.Select((history, number) => $"record {number}: {history}. {string.Join("; ", looks.Where(look => look.StartsWith($"{history.RecordId}", StringComparison.Ordinal)).Select(look => look[37..]))}"));
    }

    private static async Task<(int Silent, List<string> Wrong)> LookAsync(App app, List<SilenceHistory> histories)
    {
        var told = (await app.AskAsync(context => context.Touchpoints.Where(one => one.State == TouchpointState.Made && one.IsUseful)
            .Select(one => new { one.RecordId, one.PersonId, one.SettledAt }).ToListAsync(Given.Now))).ToLookup(one => (one.RecordId, one.PersonId), one => UkTime.DateIn(one.SettledAt!.Value));
        var alerts = (await app.AskAsync(context => context.SilenceAlerts.Where(one => one.EndedAt == null).Select(one => new { one.RecordId, one.PersonId, one.Since, one.Day }).ToListAsync(Given.Now)))
            .ToLookup(one => (one.RecordId, one.PersonId, one.Since), one => one.Day);
        var silent = 0;
        List<string> wrong = [];
        foreach (var history in histories)
        {
            if (history.WaitsSince() is not { } waits)
            {
                continue;
            }

            foreach (var person in history.Persons)
            {
                var since = told[(history.RecordId, person)].Append(waits).Max();
                var days = app.Today().DayNumber - since.DayNumber;
                List<int> seen = [.. alerts[(history.RecordId, person, since)].Order()];
                if (!seen.SequenceEqual(new[] { 10, 13, 14 }.Where(day => day <= days)))
                {
                    wrong.Add($"record {histories.IndexOf(history)}, {(person == history.Persons[0] ? "first" : "second")} parent: nothing since {since:yyyy-MM-dd}, seen on days {string.Join(", ", seen)}");
                }

                silent += days >= 10 ? 1 : 0;
            }
        }

        return (silent, wrong);
    }

    /// <summary>The positive control: an alert that was not raised is missed.</summary>
    private static async Task LosesAnAlertAsync(App app, List<SilenceHistory> histories)
    {
        if ((await LookAsync(app, histories)).Silent > 0)
        {
            await app.AskAsync(context => context.SilenceAlerts.Where(alert => alert.Day == 10 && alert.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(alert => alert.EndedAt, app.Clock.GetUtcNow()), Given.Now));
            (await LookAsync(app, histories)).Wrong.ShouldNotBeEmpty();
        }
    }

    /// <summary>What leaves by itself is useful only when it names who has it and a day to come.</summary>
    private static async Task<(int News, int Useful)> UsefulAsync(App app, int seed)
    {
        var left = await app.AskAsync(context => context.Touchpoints.AsNoTracking().Where(one => one.AskedAt != null && one.DoneBy == null).ToListAsync(Given.Now));
        foreach (var one in left)
        {
            var names = Whose().IsMatch(one.Words!) && NamedDays().Matches(one.Words!).Any(day => DateOnly.ParseExact(day.Groups[1].Value, "d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")) >= UkTime.DateIn(one.AskedAt!.Value));
            one.IsUseful.ShouldBe(names, $"seed {seed}: {one.Words}");
        }

        return (left.Count, left.Count(one => one.IsUseful));
    }

    /// <summary>Two updates in a row with the same words are a call to make, as it was known when the second left: what seemed to have come between may have come back since.</summary>
    private static async Task<int> SameAsync(App app, List<CameBack> cameBack, int seed)
    {
        var all = await app.AskAsync(context => context.Touchpoints.AsNoTracking().ToListAsync(Given.Now));
        var same = 0;
        foreach (var person in all.GroupBy(one => (one.RecordId, one.PersonId)))
        {
            var news = person.Where(one => one.Code is TouchpointKind.News or TouchpointKind.LateNews && one is { Mode: TouchpointMode.Automatic, AskedAt: not null }).OrderBy(one => one.AskedAt).ToList();
            foreach (var (first, second) in news.Zip(news.Skip(1)).Where(pair => pair.First.State == TouchpointState.Made && pair.First.SettledAt <= pair.Second.AskedAt && pair.First.Words == pair.Second.Words))
            {
                if (person.Except(news).Any(other => other.IsUseful && (
                    (other.State == TouchpointState.Made && other.SettledAt > first.AskedAt && other.SettledAt <= second.AskedAt)
                    || cameBack.Exists(one => one.TouchpointId == other.Id && one.ArrivedAt > first.AskedAt && one.ArrivedAt <= second.AskedAt && one.At > second.AskedAt))))
                {
                    continue;
                }

                same++;
                person.ShouldContain(
                    call => call.Mode == TouchpointMode.Task && call.Occasion.StartsWith(SilenceGuard.SameWords, StringComparison.Ordinal) && call.CreatedAt <= second.AskedAt && (call.SettledAt == null || call.SettledAt >= second.AskedAt),
                    $"seed {seed}: the same words on {first.AskedAt} and {second.AskedAt}");
            }
        }

        return same;
    }

    [GeneratedRegex("acts? next|asks everybody|Your SEND officer has it|It is up to you|gives the help")]
    private static partial Regex Whose();

    [GeneratedRegex(@"by (\d{1,2} [A-Z][a-z]+ \d{4})\.")]
    private static partial Regex NamedDays();

    private readonly record struct Counts(int Silent, int News, int Useful, int Same);
}
