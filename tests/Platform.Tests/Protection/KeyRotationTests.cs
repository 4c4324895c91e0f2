using System.Collections.Concurrent;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Tests.Protection;

public sealed class KeyRotationTests(PostgresCluster cluster)
{
    private const string Keys = "select string_agg(use || ':' || (wrapped is not null), ' ' order by number) from platform.data_keys where use = 'personal'";
    private const string KeysInUse = "select string_agg(distinct encode(substring(name from 1 for 5), 'hex'), ' ') from secrets.secrets";

    [Fact]
    [Proves("accounts")]
    public async Task Rotate_OldRows_AreWrittenAgain_AndThenTheOldKeyIsErased()
    {
        await using var prepared = await SecretsModule.PrepareAsync(cluster);
        await using var host = prepared.Host();
        await host.KeepAsync([.. Enumerable.Range(0, 1200).Select(i => new Secret { Name = $"Name {i}", KnownAs = i % 2 == 0 ? null : "Nick", Need = MadeUpNeed.No })]);
        var before = await prepared.AskAsync<string>(KeysInUse);

        await host.RotateAsync(KeyUse.Personal);
        (await host.RunDueAsync()).ShouldBe(1);

        var after = await prepared.AskAsync<string>(KeysInUse);
        after.ShouldNotBe(before);
        after.ShouldNotContain(" ");
        (await prepared.AskAsync<string>(Keys)).ShouldBe("personal:true personal:true");
        (await host.ReadAsync()).Select(secret => secret.Name).Order().ShouldBe(Enumerable.Range(0, 1200).Select(i => $"Name {i}").Order());

        // The hourly run erases what nothing uses; not before, because a host may not have heard of the new key.
        await RunJobAsync(host);
        (await prepared.AskAsync<string>(Keys)).ShouldBe("personal:true personal:true");
        prepared.Clock.Move(ReencryptJob.Grace);
        await RunJobAsync(host);

        (await prepared.AskAsync<string>(Keys)).ShouldBe("personal:false personal:true");
        (await prepared.AskAsync<long>("select count(*) from platform.data_keys where retired_at is not null")).ShouldBe(1);
        await using var restarted = prepared.Host();
        (await restarted.ReadAsync()).Count.ShouldBe(1200);
        (await prepared.AskAsync<string>("select string_agg(name, ' ' order by id) from platform.audit_entries")).ShouldBe("platform.key-rotated platform.key-retired");
    }

    [Fact]
    public async Task Rotate_AnOldValueTurnsUpLate_KeepsItsKey()
    {
        await using var prepared = await SecretsModule.PrepareAsync(cluster);
        await using var host = prepared.Host();
        await host.KeepAsync(new Secret { Name = "Late" });
        await prepared.SqlAsync("create table secrets.away as select * from secrets.secrets");
        await prepared.SqlAsync("delete from secrets.secrets");
        await host.RotateAsync(KeyUse.Personal);
        await prepared.SqlAsync("insert into secrets.secrets select * from secrets.away");
        prepared.Clock.Move(ReencryptJob.Grace);

        await RunJobAsync(host);
        (await prepared.AskAsync<string>(Keys)).ShouldBe("personal:true personal:true");
        await RunJobAsync(host);

        (await prepared.AskAsync<string>(Keys)).ShouldBe("personal:false personal:true");
        (await host.ReadAsync()).ShouldHaveSingleItem().Name.ShouldBe("Late");
    }

    [Fact]
    [Proves("accounts")]
    public async Task Rotate_WhileTwoHostsReadAndWrite_NoReadFailsAndNothingIsLost()
    {
        await using var prepared = await SecretsModule.PrepareAsync(cluster);
        await using var one = prepared.Host();
        await using var two = prepared.Host();
        await one.KeepAsync([.. Enumerable.Range(0, 300).Select(i => new Secret { Shown = "kept", Worker = $"{i}", Name = $"Name {i}" })]);
        using var stop = new CancellationTokenSource();
        var failures = new ConcurrentQueue<string>();
        var reads = 0;
        var writes = 0;

        async Task UseAsync(TestApp host)
        {
            while (!stop.IsCancellationRequested)
            {
                foreach (var secret in await host.ReadAsync())
                {
                    if (secret.Shown == "kept" && secret.Name != $"Name {secret.Worker}")
                    {
                        failures.Enqueue($"{secret.Worker} reads {secret.Name}");
                    }
                }

                Interlocked.Increment(ref reads);
                await host.KeepAsync(new Secret { Shown = "new", Name = "New" });
                await ChangeOneAsync(host);
                Interlocked.Increment(ref writes);
            }
        }

        var working = (Task[])[Task.Run(() => UseAsync(one), CancellationToken.None), Task.Run(() => UseAsync(two), CancellationToken.None)];
        await using (var rotating = prepared.Host())
        {
            for (var i = 0; i < 3; i++)
            {
                await rotating.RotateAsync(KeyUse.Personal);
                await rotating.RunDueAsync();
                prepared.Clock.Move(ReencryptJob.Grace);
                await RunJobAsync(rotating);
                await RunJobAsync(rotating);
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(working);

        failures.ShouldBeEmpty();
        reads.ShouldBeGreaterThan(2);
        (await one.ReadAsync()).Count.ShouldBe(300 + writes);
        (await prepared.AskAsync<long>("select count(*) from platform.data_keys where wrapped is null")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Rotate_SomebodySavesAValueThatIsBeingWrittenAgain_TheirsStays()
    {
        var stopping = TestContext.Current.CancellationToken;
        await using var prepared = await SecretsModule.PrepareAsync(cluster);
        await using var host = prepared.Host();
        await host.KeepAsync(new Secret { Name = "Before" });
        await host.RotateAsync(KeyUse.Personal);
        await using var scope = host.Scope();
        var context = scope.ServiceProvider.GetRequiredService<SecretsDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(stopping);
        (await context.Secrets.SingleAsync(stopping)).Name = "After";
        await context.SaveChangesAsync(stopping);

        // The job has read the old value and waits for the row.
        var job = Task.Run(() => RunJobAsync(host), stopping);
        while (await prepared.AskAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == 0)
        {
            job.IsFaulted.ShouldBeFalse();
            await Task.Delay(20, stopping);
        }

        await transaction.CommitAsync(stopping);
        await job;

        (await host.ReadAsync()).ShouldHaveSingleItem().Name.ShouldBe("After");
    }

    [Fact]
    [Proves("accounts")]
    public async Task Rewrap_UnderANewMasterKey_TheOldOneCanGo()
    {
        await using var prepared = await SecretsModule.PrepareAsync(cluster);
        await using var old = prepared.Host();
        await old.KeepAsync(new Secret { Name = "Marigold" });
        var index = old.Get<IBlindIndex>().Of("secrets.name", "marigold");

        // Both hosts work while the keys are wrapped anew.
        await using var both = prepared.Host(SecretsModule.OtherMasterKey, PostgresCluster.MasterKey);
        (await both.ReadAsync()).ShouldHaveSingleItem().Name.ShouldBe("Marigold");
        await using (var scope = both.Scope())
        {
            (await scope.ServiceProvider.GetRequiredService<KeyRotation>().RewrapAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
        }

        (await old.ReadAsync()).ShouldHaveSingleItem().Name.ShouldBe("Marigold");
        await using var fresh = prepared.Host(SecretsModule.OtherMasterKey);
        (await fresh.ReadAsync()).ShouldHaveSingleItem().Name.ShouldBe("Marigold");
        fresh.Get<IBlindIndex>().Of("secrets.name", "marigold").ShouldBe(index);
        await using var late = prepared.Host();
        await Should.ThrowAsync<ProtectionException>(() => late.ReadAsync());
    }

    private static async Task ChangeOneAsync(TestApp host)
    {
        await using var scope = host.Scope();
        var context = scope.ServiceProvider.GetRequiredService<SecretsDbContext>();
        var secret = await context.Secrets.Where(found => found.Shown == "kept").OrderBy(found => EF.Functions.Random()).FirstAsync();
        secret.KnownAs = "Changed";
        secret.Name = $"Name {secret.Worker}";
        context.Entry(secret).Property(changed => changed.Name).IsModified = true;
        await context.SaveChangesAsync();
    }

    private static async Task RunJobAsync(TestApp host)
    {
        await using var scope = host.Scope();
        await scope.ServiceProvider.GetRequiredService<ReencryptJob>()
            .RunAsync(new Jobs.JobContext(Guid.Empty, ReencryptJob.Kind, null, "{}", 1), TestContext.Current.CancellationToken);
    }
}
