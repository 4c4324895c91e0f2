using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>
/// Half a year of many records, by two hosts that are killed at random moments. Every record has exactly the touchpoints that one host makes of the same
/// history without ever being killed.
/// </summary>
[Proves("ehcp")]
[Long]
public sealed class ScheduleTests(PostgresCluster cluster)
{
    private const int Days = 26 * 7;

    /// <summary>A Tuesday, with Christmas, Easter and the change of the clocks to come.</summary>
    private static readonly DateTimeOffset Start = new(2025, 12, 16, 10, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset End = Start.AddDays(Days);

    [Fact]
    public async Task HalfAYear_TwoHosts_KilledAgainAndAgain_EachTouchpointExactlyOnce()
    {
        var (records, kills) = (LongAttribute.Size(40, 1_000), LongAttribute.Size(10, 200));
        var expected = await ExpectedAsync();
        await using var app = new App(cluster);
        await app.InitializeAsync();
        app.Clock.StandAt(Start);
        var children = await LogAsync(app, records);
        var (killed, atWork, moments) = (0, 0, 0);
        using (var hosts = new KilledHosts(app, Start, seed: 5))
        {
            await hosts.LiveAsync(End, kills);
            (killed, atWork, moments) = (hosts.Killed, hosts.KilledAtWork, hosts.Moments);
        }

        var ledger = await app.LedgerAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{records} records, {Days} days, {moments} moments, {killed} kills, {atWork} of them with work undone: {ledger.Values.Sum(made => made.Count)} touchpoints, alerts and acknowledgements");
        killed.ShouldBe(kills);
        atWork.ShouldBeGreaterThan(0, "some were killed at work");
        ledger.Count.ShouldBe(records);
        foreach (var (number, child) in children.Index())
        {
            MadeLedger.Differences(expected[number % 2], ledger[child]).ShouldBeEmpty($"record {number}");
        }

        (await CountAsync(app, TwiceSent)).ShouldBe(0, "no message twice");
        (await CountAsync(app, NeverSent)).ShouldBe(0, "no message lost");
        (await CountAsync(app, "select count(*)::int as \"Value\" from platform.occurrences where state = 'failed'")).ShouldBe(0);
        (await CountAsync(app, "select count(*)::int as \"Value\" from platform.outbox where state = 'failed'")).ShouldBe(0);
        await SeesWhatIsWrongAsync(app, children[0], expected[0]);
    }

    private const string TwiceSent =
        "select count(*)::int as \"Value\" from (select 1 from messaging.messages where occurrence_key like 'ehcp.%' group by occurrence_key, channel having count(*) > 1) twice";

    private const string NeverSent =
        "select count(*)::int as \"Value\" from ehcp.touchpoints one where asked_at is not null and not exists (select 1 from messaging.messages where occurrence_key = 'ehcp.touchpoint ' || one.id)";

    /// <summary>The positive control: one touchpoint that is there twice, one that is lost, and one message twice are seen.</summary>
    private static async Task SeesWhatIsWrongAsync(App app, Guid child, List<string> expected)
    {
        const string OfChild = "record_id = (select id from ehcp.records where child_id = {0}) and code = 'NA-01'";
        await DoAsync(
            app,
            $"""
            insert into ehcp.touchpoints (id, record_id, code, occasion, event_id, person_id, mode, due_on, state, is_useful, created_at)
            select gen_random_uuid(), record_id, code, occasion || ' again', event_id, person_id, mode, due_on, state, is_useful, created_at from ehcp.touchpoints where {OfChild}
            """,
            child);
        MadeLedger.Differences(expected, (await app.LedgerAsync())[child]).ShouldHaveSingleItem().ShouldEndWith("2 instead of 1");
        await DoAsync(app, $"delete from ehcp.touchpoints where {OfChild}", child);
        MadeLedger.Differences(expected, (await app.LedgerAsync())[child]).ShouldHaveSingleItem().ShouldEndWith("0 instead of 1");
        await DoAsync(app, "delete from messaging.messages where occurrence_key = (select 'ehcp.touchpoint ' || min(one.id::text) from ehcp.touchpoints one where asked_at is not null and person_id <> {0})", child);
        (await CountAsync(app, NeverSent)).ShouldBe(1);
    }

    /// <summary>What one host makes of one record of each kind.</summary>
    private async Task<List<List<string>>> ExpectedAsync()
    {
        await using var app = new App(cluster);
        await app.InitializeAsync();
        app.Clock.StandAt(Start);
        var children = await LogAsync(app, 2);
        do
        {
            for (var turn = 0; await app.DueAsync(app.Clock.GetUtcNow()) > 0; turn++)
            {
                turn.ShouldBeLessThan(100, "something is due and does not happen");
                await ScheduleProcess.TurnAsync(app.Services);
            }
        }
        while (await GoOnAsync(app));

        var ledger = await app.LedgerAsync();
        List<List<string>> expected = [.. children.Select(child => ledger[child])];

        // What the catalogue says of every request, whatever the engine thinks.
        expected.ShouldAllBe(made => new[] { "NA-01", "NA-02", "NA-03", "NA-04" }.All(code => made.Count(line => line.StartsWith(code, StringComparison.Ordinal)) == 1));
        expected.ShouldAllBe(made => made.Count > 25, "half a year has its touchpoints");
        expected.ShouldAllBe(made => made.Distinct().Count() == made.Count);
        return expected;
    }

    private static async Task<bool> GoOnAsync(App app)
    {
        if (await app.NextAsync(app.Clock.GetUtcNow(), End) is not { } next)
        {
            return false;
        }

        app.Clock.StandAt(next);
        return true;
    }

    /// <summary>Every other record is one that was asked for just now; the rest wait for advice.</summary>
    private static async Task<List<Guid>> LogAsync(App app, int records)
    {
        List<Guid> children = [];
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        for (var number = 0; number < records; number++)
        {
            var family = await app.FamilyAsync();
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

    private static Task<int> CountAsync(App app, string sql) => app.AskAsync(context => context.Database.SqlQueryRaw<int>(sql).SingleAsync(Given.Now));

    private static Task<int> DoAsync(App app, string sql, Guid child) => app.AskAsync(context => context.Database.ExecuteSqlRawAsync(sql, [child], Given.Now));
}
