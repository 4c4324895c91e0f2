using System.Collections.Concurrent;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Told = Medway.LocalOffer.Platform.Notices.Notices;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class NoticeTests(PostgresCluster cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Notify_TwoHosts_BothDropTheirPages()
    {
        var (one, two) = (new EvictedTags(), new EvictedTags());
        await using var app = await TestApp.StartAsync(cluster, one.Register);
        await using var other = app.Another(two.Register);
        await using var listening = await Listening.StartAsync(app, other);
        await one.WaitForAsync(Told.Everything);
        await two.WaitForAsync(Told.Everything);

        using (var transaction = OneTransaction.Begin())
        {
            await NotifyAsync(app, "service-1");
            transaction.Complete();
        }

        await one.WaitForAsync("service-1");
        await two.WaitForAsync("service-1");
    }

    [Fact]
    public async Task Notify_RolledBack_TellsNobody()
    {
        var evicted = new EvictedTags();
        await using var app = await TestApp.StartAsync(cluster, evicted.Register);
        await using var listening = await Listening.StartAsync(app);
        await evicted.WaitForAsync(Told.Everything);

        using (OneTransaction.Begin())
        {
            await NotifyAsync(app, "never");
        }

        await NotifyAsync(app, "after");
        await evicted.WaitForAsync("after");
        evicted.Tags.ShouldNotContain("never");
    }

    [Fact]
    public async Task Listener_ConnectionLost_DropsEverythingAndListensAgain()
    {
        var evicted = new EvictedTags();
        await using var app = await TestApp.StartAsync(cluster, evicted.Register);
        await using var listening = await Listening.StartAsync(app);
        await evicted.WaitForAsync(Told.Everything);

        await app.SqlAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'");

        // Once when it was lost and once when it is back.
        await evicted.WaitForAsync(Told.Everything, times: 3);
        await NotifyAsync(app, "after");
        await evicted.WaitForAsync("after");
    }

    [Fact]
    public async Task Notify_PublicLogin_MaySend()
    {
        var evicted = new EvictedTags();
        await using var app = await TestApp.StartAsync(cluster, evicted.Register);
        await using var listening = await Listening.StartAsync(app);
        await evicted.WaitForAsync(Told.Everything);

        await NotifyAsync(app, "from the public site", DatabaseLogin.Public);

        await evicted.WaitForAsync("from the public site");
    }

    [Fact]
    public async Task SetSetting_OnOneHost_IsReadOnTheOther()
    {
        var evicted = new EvictedTags();
        await using var app = await TestApp.StartAsync(cluster);
        await using var other = app.Another(evicted.Register);
        await using var listening = await Listening.StartAsync(other);
        await evicted.WaitForAsync(Told.Everything);
        await using var there = other.Scope();
        var settings = there.ServiceProvider.GetRequiredService<Platform.Settings.Settings>();
        settings.Get(ThingSettings.Limit).ShouldBe(5);

        await using var here = app.Scope();
        await here.ServiceProvider.GetRequiredService<Platform.Settings.SettingsWriter>().SetAsync(ThingSettings.Limit, 9, cancellationToken: TestContext.Current.CancellationToken);

        // Pages are dropped last, so a page made again afterwards prints the new value.
        await evicted.WaitForAsync("settings");
        settings.Get(ThingSettings.Limit).ShouldBe(9);
    }

    [Fact]
    public async Task Host_EventsAndJobs_RunByThemselves()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await using var listening = await Listening.StartAllAsync(app);

        await app.PublishAsync("event");
        await app.EnqueueAsync("job");

        var until = TimeProvider.System.GetTimestamp();
        while (app.Log.Lines.Count < 2 && TimeProvider.System.GetElapsedTime(until) < Patience)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        app.Log.Lines.Order().ShouldBe(["event", "job"]);
    }

    private static async Task NotifyAsync(TestApp app, string tag, DatabaseLogin login = DatabaseLogin.Private)
    {
        await using var scope = app.Scope(login);
        await Told.NotifyAsync(scope.ServiceProvider.GetRequiredService<ThingsDbContext>(), tag);
    }

    /// <summary>Runs the listeners, or all loops, of some hosts.</summary>
    private sealed class Listening(IReadOnlyList<IHostedService> services) : IAsyncDisposable
    {
        public static Task<Listening> StartAsync(params TestApp[] apps) =>
            StartAsync([.. apps.SelectMany(app => app.Services.GetServices<IHostedService>()).Where(service => service is NoticeListener)]);

        public static Task<Listening> StartAllAsync(TestApp app) => StartAsync([.. app.Services.GetServices<IHostedService>()]);

        public async ValueTask DisposeAsync()
        {
            foreach (var service in services)
            {
                await service.StopAsync(CancellationToken.None);
            }
        }

        private static async Task<Listening> StartAsync(IReadOnlyList<IHostedService> services)
        {
            foreach (var service in services)
            {
                await service.StartAsync(CancellationToken.None);
            }

            return new Listening(services);
        }
    }

    /// <summary>An output cache that only remembers what it was told to drop.</summary>
    private sealed class EvictedTags : IOutputCacheStore
    {
        private readonly ConcurrentQueue<string> tags = new();

        public IReadOnlyCollection<string> Tags => tags;

        public void Register(IServiceCollection services) => services.AddSingleton<IOutputCacheStore>(this);

        public async Task WaitForAsync(string tag, int times = 1)
        {
            var started = TimeProvider.System.GetTimestamp();
            while (tags.Count(evicted => evicted == tag) < times)
            {
                TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(Patience, $"{tag} was not evicted");
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }
        }

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
        {
            tags.Enqueue(tag);
            return ValueTask.CompletedTask;
        }

        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult<byte[]?>(null);

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;
    }
}
