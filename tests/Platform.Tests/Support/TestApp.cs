using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Tests;

/// <summary>A host without a web server: Platform and the made-up module on a database of their own.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly string connectionString;
    private readonly ServiceProvider provider;

    private TestApp(
        string connectionString, MovableClock clock, Action<IServiceCollection>? more, IReadOnlyDictionary<string, string?>? settings, IModule? module)
    {
        this.connectionString = connectionString;
        Clock = clock;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:LocalOffer", connectionString), new("Protection:MasterKey", PostgresCluster.MasterKey)])
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?>())
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(Log);
        services.AddPlatform(configuration, module is null ? [new PlatformModule()] : [new PlatformModule(), module]);
        services.AddModuleContext<ThingsDbContext>("things");
        services.AddEventHandler<ThingMade, CopyThing>();
        services.AddEventHandler<ThingMade, CountThing>();
        services.AddJob<LogJob>();
        services.AddScoped<CarelessImport>();
        services.AddSettings(ThingSettings.Phone, ThingSettings.Limit);
        more?.Invoke(services);
        provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public MovableClock Clock { get; }

    public Log Log { get; } = new();

    public IServiceProvider Services => provider;

    public static async Task<TestApp> StartAsync(PostgresCluster cluster, Action<IServiceCollection>? more = null) =>
        await StartAsync(await cluster.CreateDatabaseAsync(), more);

    /// <summary>On an empty database.</summary>
    public static async Task<TestApp> StartAsync(string connectionString, Action<IServiceCollection>? more = null)
    {
        var app = new TestApp(connectionString, new MovableClock(), more, null, null);
        await app.Get<Migrator>().MigrateAsync();
        await app.SqlAsync(ThingsDbContext.Schema);
        return app;
    }

    /// <summary>A second host on the same database and clock.</summary>
    public TestApp Another(Action<IServiceCollection>? more = null, IReadOnlyDictionary<string, string?>? settings = null, IModule? module = null) =>
        new(connectionString, Clock, more, settings, module);

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    public AsyncServiceScope Scope(DatabaseLogin login = DatabaseLogin.Private) =>
        Get<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tester", login);

    /// <summary>Does something with the made-up module's context and saves it.</summary>
    public async Task SaveAsync(Action<IServiceProvider, DbContext> change, DatabaseLogin login = DatabaseLogin.Private)
    {
        await using var scope = Scope(login);
        var context = scope.ServiceProvider.GetRequiredService<ThingsDbContext>();
        change(scope.ServiceProvider, context);
        await context.SaveChangesAsync();
    }

    public Task PublishAsync(string name, DatabaseLogin login = DatabaseLogin.Private) => SaveAsync(
        (services, context) => services.GetRequiredService<Outbox>().Publish(context, new ThingMade(Guid.CreateVersion7(), name)),
        login);

    public async Task<bool> EnqueueAsync(string word, string? key = null)
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<JobQueue>()
            .EnqueueAsync(scope.ServiceProvider.GetRequiredService<ThingsDbContext>(), LogJob.Kind, key, $"\"{word}\"");
    }

    public Task<int> RunDueAsync() => Get<JobRunner>().RunDueAsync(TestContext.Current.CancellationToken);

    public Task<int> DispatchAsync() => Get<OutboxDispatcher>().DispatchAsync(TestContext.Current.CancellationToken);

    public async Task<T> AskAsync<T>(string sql, DatabaseLogin login = DatabaseLogin.Owner)
    {
        await using var command = Get<Databases>().For(login).CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task SqlAsync(string sql, DatabaseLogin login = DatabaseLogin.Owner)
    {
        await using var command = Get<Databases>().For(login).CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
