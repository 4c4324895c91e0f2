using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Testing;
using Npgsql;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class OutboxTests(PostgresCluster cluster)
{
    private const string Things = "select coalesce(string_agg(name, ' ' order by id), '') from things.thing";

    [Fact]
    public async Task Dispatch_Published_HandlesInOrderOnce()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.PublishAsync("one");
        await app.PublishAsync("two");
        await app.PublishAsync("three");

        (await app.DispatchAsync()).ShouldBe(3);
        (await app.DispatchAsync()).ShouldBe(0);

        app.Log.Lines.ShouldBe(["one", "two", "three"]);
        (await app.AskAsync<long>("select count(*) from things.thing")).ShouldBe(3);
    }

    [Fact]
    public async Task Publish_SaveRolledBack_DeliversNothing()
    {
        await using var app = await TestApp.StartAsync(cluster);
        using (OneTransaction.Begin())
        {
            await app.PublishAsync("never");
        }

        (await app.DispatchAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Dispatch_DeliveredTwice_HandlesOnce()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.PublishAsync("one");
        await app.DispatchAsync();
        await app.SqlAsync("update platform.outbox set state = 'waiting', due_at = at");

        (await app.DispatchAsync()).ShouldBe(1);

        app.Log.Lines.ShouldBe(["one"]);
        (await app.AskAsync<string>(Things)).ShouldBe("one");
    }

    [Fact]
    public async Task Dispatch_PoisonMessage_GoesOnWithTheOthersAndTriesAgain()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.SqlAsync("insert into things.thing values (gen_random_uuid(), 'poison')");
        await app.PublishAsync("poison");
        await app.PublishAsync("good");

        (await app.DispatchAsync()).ShouldBe(1);

        app.Log.Lines.ShouldBe(["poison", "good"]);
        (await app.AskAsync<string>("select state || attempts || left(last_error, 24) from platform.outbox where payload->>'name' = 'poison'"))
            .ShouldBe("waiting1PostgresException: 23505");

        // The one that broke left no note; the other handler's stays and keeps it from having the event twice.
        (await app.AskAsync<long>("select count(*) from platform.inbox")).ShouldBe(3);
        await app.SqlAsync("delete from things.thing where name = 'poison'");
        app.Clock.Move(TimeSpan.FromMinutes(1));
        (await app.DispatchAsync()).ShouldBe(1);
        app.Log.Lines.ShouldBe(["poison", "good"]);
        (await app.AskAsync<long>("select count(*) from things.thing where name = 'poison'")).ShouldBe(1);
    }

    [Fact]
    public async Task Dispatch_FailsTooOften_GivesUp()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.SqlAsync("insert into things.thing values (gen_random_uuid(), 'poison')");
        await app.PublishAsync("poison");
        await app.SqlAsync($"update platform.outbox set attempts = {OutboxDispatcher.MaxAttempts - 1}");

        await app.DispatchAsync();

        (await app.AskAsync<string>("select state from platform.outbox")).ShouldBe("failed");
    }

    [Fact]
    public async Task Dispatch_TwoHosts_OnlyOneIsAtIt()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.PublishAsync("one");
        var stopping = TestContext.Current.CancellationToken;

        var inside = await app.Get<OutboxTable>().AloneAsync(() => app.Get<OutboxDispatcher>().DispatchAsync(stopping), stopping);

        inside.ShouldBe(0);
        (await app.Get<OutboxDispatcher>().DispatchAsync(stopping)).ShouldBe(1);
    }

    [Fact]
    public async Task Publish_PublicLogin_MayAddButNotRead()
    {
        await using var app = await TestApp.StartAsync(cluster);

        await app.PublishAsync("from the public site", DatabaseLogin.Public);

        (await Should.ThrowAsync<PostgresException>(() => app.AskAsync<long>("select count(*) from platform.outbox", DatabaseLogin.Public)))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await app.DispatchAsync()).ShouldBe(1);
    }
}
