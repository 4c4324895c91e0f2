using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Planner = Medway.LocalOffer.Platform.Occurrences.Occurrences;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class OccurrencesTests(PostgresCluster cluster)
{
    private const string States = "select string_agg(state || ' ' || attempts || ' ' || coalesce(last_error, '-'), '; ' order by key) from platform.occurrences";

    private static readonly Guid Subject = new("0190c0de-0000-7000-8000-000000000001");

    [Fact]
    public async Task HandOut_Due_HappensOnceAndNeverBefore()
    {
        await using var app = await StartAsync();
        (await PlanAsync(app, "first", TimeSpan.FromDays(1))).ShouldBeTrue();
        (await PlanAsync(app, "first", TimeSpan.FromDays(2))).ShouldBeFalse();

        await HandOutAsync(app);
        app.Log.Lines.ShouldBeEmpty();
        app.Clock.Move(TimeSpan.FromDays(1));
        await HandOutAsync(app);
        await HandOutAsync(app);

        app.Log.Lines.ShouldBe(["first"]);
        (await PlanAsync(app, "first", TimeSpan.Zero)).ShouldBeFalse();
        (await app.AskAsync<string>(States)).ShouldBe("done 1 -");
        (await app.AskAsync<long>("select count(*) from things.thing where name = 'first'")).ShouldBe(1);
    }

    [Fact]
    public async Task HandOut_TwoHostsAtOnce_EachHappensOnce()
    {
        await using var app = await StartAsync();
        await using var other = app.Another(services => services.AddOccurrenceHandler<MakeThing>());
        for (var i = 0; i < 30; i++)
        {
            await PlanAsync(app, $"{i}");
        }

        await Task.WhenAll(HandOutAsync(app), HandOutAsync(other), HandOutAsync(app), HandOutAsync(other));

        (app.Log.Lines.Count + other.Log.Lines.Count).ShouldBe(30);
        (await app.AskAsync<long>("select count(*) from things.thing")).ShouldBe(30);
        (await app.AskAsync<long>("select count(*) from platform.occurrences where state = 'done' and attempts = 1")).ShouldBe(30);
    }

    [Fact]
    public async Task HandOut_OneHeldByAnotherHost_IsPassedOver_AndComesBackWhenThatHostDies()
    {
        await using var app = await StartAsync();
        await PlanAsync(app, "held");
        await PlanAsync(app, "next");
        await using (var elsewhere = await app.Get<Databases>().For(DatabaseLogin.Private).OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            await using var transaction = await elsewhere.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var claim = elsewhere.CreateCommand();
            claim.CommandText = "select 1 from platform.occurrences where key = 'held' for update";
            await claim.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

            await HandOutAsync(app);
            app.Log.Lines.ShouldBe(["next"]);
        }

        await HandOutAsync(app);
        app.Log.Lines.ShouldBe(["next", "held"]);
    }

    [Fact]
    public async Task HandOut_HandlerFails_LeavesNothingBehind_TriesAgain_AndGivesUp()
    {
        await using var app = await StartAsync();
        await PlanAsync(app, "fail");
        await PlanAsync(app, "good");

        await HandOutAsync(app);
        app.Log.Lines.ShouldBe(["fail", "good"], ignoreOrder: true);
        (await app.AskAsync<string>(States)).ShouldBe("waiting 1 InvalidOperationException: broken on purpose; done 1 -");
        (await app.AskAsync<string>("select string_agg(name, ' ') from things.thing")).ShouldBe("good");

        await HandOutAsync(app);
        app.Log.Lines.Count.ShouldBe(2);
        for (var attempt = 2; attempt < 8; attempt++)
        {
            app.Clock.Move(TimeSpan.FromHours(1));
            await HandOutAsync(app);
        }

        app.Clock.Move(TimeSpan.FromHours(1));
        (await Should.ThrowAsync<OccurrencesFailedException>(() => HandOutAsync(app))).Message.ShouldContain("1 reminders");
        (await app.AskAsync<string>(States)).ShouldBe("failed 8 InvalidOperationException: broken on purpose; done 1 -");
        app.Clock.Move(TimeSpan.FromDays(1));
        await HandOutAsync(app);
        app.Log.Lines.Count(line => line == "fail").ShouldBe(8);

        (await UseAsync(app, (planner, context) => planner.TryFailedAgainAsync(context))).ShouldBe(1);
        await HandOutAsync(app);
        app.Log.Lines.Count(line => line == "fail").ShouldBe(9);
    }

    [Fact]
    public async Task Cancel_AndPlanAgain_AndReschedule()
    {
        await using var app = await StartAsync();
        await PlanAsync(app, "a");
        await PlanAsync(app, "b");
        (await UseAsync(app, (planner, context) => planner.CancelAsync(context, Subject, MakeThing.Kind, "a"))).ShouldBe(1);
        (await UseAsync(app, (planner, context) => planner.CancelAsync(context, Guid.CreateVersion7()))).ShouldBe(0);
        (await UseAsync(app, (planner, context) => planner.RescheduleAsync(context, MakeThing.Kind, Subject, "a", app.Clock.GetUtcNow()))).ShouldBeFalse();
        (await UseAsync(app, (planner, context) => planner.RescheduleAsync(context, MakeThing.Kind, Subject, "b", app.Clock.GetUtcNow().AddDays(3)))).ShouldBeTrue();

        app.Clock.Move(TimeSpan.FromDays(2));
        await HandOutAsync(app);
        app.Log.Lines.ShouldBeEmpty();
        app.Clock.Move(TimeSpan.FromDays(1));
        await HandOutAsync(app);
        app.Log.Lines.ShouldBe(["b"]);

        (await PlanAsync(app, "a")).ShouldBeTrue();
        await HandOutAsync(app);
        app.Log.Lines.ShouldBe(["b", "a"]);
        (await UseAsync(app, (planner, context) => planner.CancelAsync(context, Subject))).ShouldBe(0);
    }

    [Fact]
    public async Task Plan_CommandRolledBack_LeavesNothing()
    {
        await using var app = await StartAsync();
        using (OneTransaction.Begin())
        {
            await PlanAsync(app, "never");
        }

        (await app.AskAsync<long>("select count(*) from platform.occurrences")).ShouldBe(0);
        (await Should.ThrowAsync<PostgresException>(() => app.AskAsync<long>("select count(*) from platform.occurrences", DatabaseLogin.Public)))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private async Task<TestApp> StartAsync() => await TestApp.StartAsync(cluster, services => services.AddOccurrenceHandler<MakeThing>());

    private static Task<bool> PlanAsync(TestApp app, string key, TimeSpan wait = default) =>
        UseAsync(app, (planner, context) => planner.PlanAsync(context, MakeThing.Kind, Subject, key, app.Clock.GetUtcNow() + wait));

    private static async Task<T> UseAsync<T>(TestApp app, Func<Planner, DbContext, Task<T>> use)
    {
        await using var scope = app.Scope();
        return await use(scope.ServiceProvider.GetRequiredService<Planner>(), scope.ServiceProvider.GetRequiredService<ThingsDbContext>());
    }

    private static async Task HandOutAsync(TestApp app)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<OccurrenceJob>()
            .RunAsync(new JobContext(Guid.CreateVersion7(), OccurrenceJob.Kind, null, "{}", 1), TestContext.Current.CancellationToken);
    }

    /// <summary>Makes a thing with the key as its name, and then breaks when that is "fail".</summary>
    private sealed class MakeThing(ThingsDbContext context, Log log) : IOccurrenceHandler
    {
        public static string Kind => "things.thing-make";

        public async Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken)
        {
            log.Add(occurrence.Key);
            context.Add(new Thing { Name = occurrence.Key });
            await context.SaveChangesAsync(cancellationToken);
            if (occurrence.Key == "fail")
            {
                throw new InvalidOperationException("broken on purpose");
            }
        }
    }
}
