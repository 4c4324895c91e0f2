using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class JobRunnerTests(PostgresCluster cluster)
{
    private const string States = "select string_agg(state || ' ' || attempts || ' ' || coalesce(last_error, '-'), '; ') from platform.jobs";

    [Fact]
    public async Task RunDue_TwoRunners_RunEachJobOnce()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await using var other = app.Another();
        for (var i = 0; i < 20; i++)
        {
            await app.EnqueueAsync("wait");
        }

        var ran = await Task.WhenAll(app.RunDueAsync(), other.RunDueAsync());

        ran.Sum().ShouldBe(20);
        ran.ShouldAllBe(count => count > 0);
        (app.Log.Lines.Count + other.Log.Lines.Count).ShouldBe(20);
        (await app.AskAsync<long>("select count(*) from platform.jobs where state = 'done' and attempts = 1")).ShouldBe(20);
    }

    [Fact]
    public async Task Claim_OldestBeingClaimedElsewhere_TakesTheNextWithoutWaiting()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.EnqueueAsync("oldest");
        app.Clock.Move(TimeSpan.FromSeconds(1));
        await app.EnqueueAsync("next");
        await using var elsewhere = await app.Get<Databases>().For(DatabaseLogin.Private).OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await elsewhere.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var claim = elsewhere.CreateCommand();
        claim.CommandText = "select 1 from platform.jobs where payload = '\"oldest\"' for update";
        await claim.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        var claimed = await app.Get<JobTable>().ClaimAsync([LogJob.Kind], patience.Token);

        claimed!.Payload.ShouldBe("\"next\"");
    }

    [Fact]
    public async Task Enqueue_SameKeyWhileOpen_AddsNothing()
    {
        await using var app = await TestApp.StartAsync(cluster);

        (await app.EnqueueAsync("first", "k")).ShouldBeTrue();
        (await app.EnqueueAsync("second", "k")).ShouldBeFalse();
        (await app.EnqueueAsync("other", "l")).ShouldBeTrue();
        await app.RunDueAsync();
        (await app.EnqueueAsync("again", "k")).ShouldBeTrue();

        app.Log.Lines.ShouldBe(["first", "other"]);
    }

    [Fact]
    public async Task Enqueue_CommandRolledBack_LeavesNoJob()
    {
        await using var app = await TestApp.StartAsync(cluster);
        using (OneTransaction.Begin())
        {
            await app.EnqueueAsync("never");
        }

        (await app.RunDueAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task RunDue_JobFails_TriesAgainLaterAndThenGivesUp()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.EnqueueAsync("fail");
        var runner = app.Get<JobRunner>();

        await app.RunDueAsync();
        (await app.AskAsync<string>(States)).ShouldBe("waiting 1 InvalidOperationException: broken on purpose");

        app.Clock.Move(TimeSpan.FromSeconds(29));
        (await app.RunDueAsync()).ShouldBe(0);
        app.Clock.Move(TimeSpan.FromSeconds(1));
        (await app.RunDueAsync()).ShouldBe(1);
        app.Clock.Move(TimeSpan.FromHours(1));
        (await app.RunDueAsync()).ShouldBe(1);

        (await app.AskAsync<string>(States)).ShouldBe("failed 3 InvalidOperationException: broken on purpose");
        app.Clock.Move(TimeSpan.FromDays(1));
        (await app.RunDueAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task RunNow_FailedJob_OpensItAgain()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.EnqueueAsync("fail");
        await app.SqlAsync("update platform.jobs set state = 'failed', attempts = 3");
        await using var scope = app.Scope();
        var id = await app.AskAsync<Guid>("select id from platform.jobs");

        var opened = await app.Get<JobQueue>().RunNowAsync(scope.ServiceProvider.GetRequiredService<ThingsDbContext>(), id, TestContext.Current.CancellationToken);

        opened.ShouldBeTrue();
        (await app.RunDueAsync()).ShouldBe(1);
        (await app.AskAsync<string>(States)).ShouldStartWith("waiting 1");
    }

    [Fact]
    public async Task RunDue_HostDied_IsTakenUpAfterItsLease()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.EnqueueAsync("job");
        (await app.Get<JobTable>().ClaimAsync([LogJob.Kind], TestContext.Current.CancellationToken)).ShouldNotBeNull();

        (await app.RunDueAsync()).ShouldBe(0);
        app.Clock.Move(JobTable.Lease + TimeSpan.FromSeconds(1));
        (await app.RunDueAsync()).ShouldBe(1);

        (await app.AskAsync<string>(States)).ShouldBe("done 2 -");
    }

    [Fact]
    public async Task RunDue_HostStops_IsTakenUpAtOnce()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.EnqueueAsync("long");
        using var stopping = new CancellationTokenSource();
        var running = app.Get<JobRunner>().RunDueAsync(stopping.Token);
        while (app.Log.Lines.Count == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await stopping.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        (await app.Get<JobTable>().ClaimAsync([LogJob.Kind], TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Finish_ClaimLostToAnotherHost_ChangesNothing()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.EnqueueAsync("job");
        var table = app.Get<JobTable>();
        var stopping = TestContext.Current.CancellationToken;
        var late = (await table.ClaimAsync([LogJob.Kind], stopping))!;
        app.Clock.Move(JobTable.Lease + TimeSpan.FromSeconds(1));
        var taken = (await table.ClaimAsync([LogJob.Kind], stopping))!;

        (await table.FinishAsync(late, stopping)).ShouldBeFalse();
        (await app.AskAsync<string>(States)).ShouldBe("running 2 -");
        (await table.FinishAsync(taken, stopping)).ShouldBeTrue();
    }

    [Fact]
    public async Task EnsureRecurring_RunAgainAndAgain_WaitsForItsNextTurn()
    {
        await using var app = await TestApp.StartAsync(cluster, services => services.AddJob<HourlyJob>(TimeSpan.FromHours(1)));
        var runner = app.Get<JobRunner>();
        await runner.EnsureRecurringAsync(TestContext.Current.CancellationToken);
        await runner.EnsureRecurringAsync(TestContext.Current.CancellationToken);

        await app.RunDueAsync();
        app.Log.Lines.ShouldBe(["hourly"]);
        app.Clock.Move(TimeSpan.FromMinutes(59));
        await app.RunDueAsync();
        app.Log.Lines.ShouldBe(["hourly"]);
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await app.RunDueAsync();
        app.Log.Lines.ShouldBe(["hourly", "hourly"]);
        (await app.AskAsync<long>("select count(*) from platform.jobs where kind = 'things.hourly-log'")).ShouldBe(1);
    }

    [Fact]
    public async Task Tidy_DoneForAMonth_RemovesWhatIsDoneOnly()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.EnqueueAsync("done");
        await app.PublishAsync("done");
        await app.RunDueAsync();
        await app.DispatchAsync();
        app.Clock.Move(TimeSpan.FromDays(31));
        await app.EnqueueAsync("open");
        await app.PublishAsync("open");

        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<TidyJob>()
            .RunAsync(new JobContext(Guid.Empty, TidyJob.Kind, null, "{}", 1), TestContext.Current.CancellationToken);

        (await app.AskAsync<string>("select string_agg(payload::text, ',') from platform.jobs")).ShouldBe("\"open\"");
        (await app.AskAsync<string>("select string_agg(payload->>'name', ',') from platform.outbox")).ShouldBe("open");
        (await app.AskAsync<long>("select count(*) from platform.inbox")).ShouldBe(0);
    }

    private sealed class HourlyJob(Log log) : IJob
    {
        public static string Kind => "things.hourly-log";

        public Task RunAsync(JobContext context, CancellationToken cancellationToken)
        {
            log.Add("hourly");
            return Task.CompletedTask;
        }
    }
}
