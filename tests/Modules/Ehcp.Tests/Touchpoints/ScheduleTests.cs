using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>
/// Half a year of many records, by two hosts that are killed at random moments: each has exactly the touchpoints that a second calculation on paper expects, each once and
/// on its day. That what leaves arrives once is proved where messages are sent.
/// </summary>
[Proves("ehcp")]
[Long]
public sealed class ScheduleTests(PostgresCluster cluster)
{
    private const int Days = 26 * 7;

    [Fact]
    public async Task HalfAYear_TwoHosts_KilledAgainAndAgain_EachTouchpointExactlyOnce()
    {
        var (records, kills) = (LongAttribute.Size(40, 1_000), LongAttribute.Size(8, 200));
        var start = UkTime.StartOf(ScheduledWay.FirstDay).AddHours(10);
        await using var app = new App(cluster);
        await app.InitializeAsync();
        app.Clock.StandAt(start);
        var children = await app.ScheduledAsync(records);
        var catalogue = await app.AskAsync(context => context.TouchpointKinds.AsNoTracking().ToDictionaryAsync(kind => kind.Code, Given.Now));
        var paper = new ScheduleOnPaper(catalogue, Holidays.All.Select(holiday => holiday.Date), ScheduledWay.FirstDay.AddDays(Days));
        var expected = ScheduledWay.All.ToDictionary(way => way, paper.Of);
        int atWork;
        using (var hosts = new KilledHosts(app, start, seed: 5))
        {
            await hosts.LiveAsync(Days, kills);
            hosts.Killed.ShouldBe(kills);
            atWork = hosts.KilledAtWork;
        }

        var ledger = await app.LedgerAsync();

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{records} records, {Days} days, {kills} kills, {atWork} of them with work undone: {ledger.Sum(made => made.Count())} touchpoints and alerts");
        atWork.ShouldBeGreaterThan(kills / 4, "they were killed at work");
        ledger.Count.ShouldBe(records);
        foreach (var (number, child) in children.Index())
        {
            MadeLedger.Differences(expected[ScheduledCaseload.WayOf(number)], ledger[child]).ShouldBeEmpty($"record {number}");
        }

        await EachIsAskedForOnceAsync(app);
        await SeesWhatIsWrongAsync(app, children[0], expected[ScheduledWay.JustAsked]);
    }

    private static async Task EachIsAskedForOnceAsync(App app)
    {
        (await CountAsync(app, "select count(*)::int as \"Value\" from platform.occurrences where state = 'failed'")).ShouldBe(0);
        var asked = await CountAsync(app, "select count(*)::int as \"Value\" from ehcp.touchpoints where asked_at is not null");
        asked.ShouldBeGreaterThan(0);
        (await CountAsync(app, "select count(*)::int as \"Value\" from messaging.requests where occurrence_key like 'ehcp.touchpoint %'")).ShouldBe(asked, "one message for each that left");
        (await CountAsync(app, "select count(*)::int as \"Value\" from ehcp.touchpoints one where asked_at is not null and not exists (select 1 from messaging.requests where occurrence_key = 'ehcp.touchpoint ' || one.id)")).ShouldBe(0);
    }

    /// <summary>The positive controls: a row that is there twice, a row that is lost, and a scheduler that has lost its marks and so does everything of one record again.</summary>
    private static async Task SeesWhatIsWrongAsync(App app, Guid child, IReadOnlyList<string> expected)
    {
        const string Record = "(select id from ehcp.records where child_id = $1)";
        const string Invitation = $"record_id = {Record} and code = 'NA-04'";
        await DoAsync(
            app,
            $"""
            insert into ehcp.touchpoints (id, record_id, code, occasion, event_id, person_id, mode, due_on, state, is_useful, created_at, asked_at)
            select gen_random_uuid(), record_id, code, occasion || ' again', event_id, person_id, mode, due_on, state, is_useful, created_at, asked_at from ehcp.touchpoints where {Invitation}
            """,
            child);
        MadeLedger.Differences(expected, (await app.LedgerAsync())[child]).ShouldHaveSingleItem().ShouldEndWith("2 instead of 1");
        await DoAsync(app, $"delete from ehcp.touchpoints where {Invitation}", child);
        MadeLedger.Differences(expected, (await app.LedgerAsync())[child]).ShouldHaveSingleItem().ShouldEndWith("0 instead of 1");

        await DoAsync(app, $"update ehcp.touchpoints set occasion = 'lost ' || occasion where record_id = {Record}", child);
        await DoAsync(app, $"update platform.occurrences set state = 'waiting', ended_at = null where subject = {Record}", child);
        app.GoOn(Days);
        await app.HandOutAsync();
        MadeLedger.Differences(expected, (await app.LedgerAsync())[child]).ShouldContain(line => line.StartsWith(TouchpointKind.Delay, StringComparison.Ordinal) && line.EndsWith("instead of 0", StringComparison.Ordinal));
    }

    private static Task<int> CountAsync(App app, string sql) => app.AskAsync(context => context.Database.SqlQueryRaw<int>(sql).SingleAsync(Given.Now));

    /// <summary>As the owner of the database: the product itself may take nothing out of these tables.</summary>
    private static async Task DoAsync(App app, string sql, Guid child)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString!);
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = child });
        await command.ExecuteNonQueryAsync(Given.Now);
    }
}
