using System.Collections.Concurrent;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class MigratorTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Migrate_NewDatabase_LogsNoError()
    {
        var errors = new ErrorLog();
        await using var app = await TestApp.StartAsync(cluster, services => services.AddSingleton<ILoggerProvider>(errors));

        errors.Lines.ShouldBeEmpty();
        (await app.AskAsync<long>("select count(*) from platform.__migrations")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Migrate_SeveralAtOnce_AllSucceed()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.SqlAsync("drop schema platform cascade");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var other = app.Another();
            await other.Get<Migrator>().MigrateAsync();
        }));

        (await app.AskAsync<long>("select count(*) from platform.jobs")).ShouldBe(0);
    }

    [Fact]
    public async Task Migrate_Done_LeavesNoPendingModelChanges()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await using var scope = app.Scope();

        scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public async Task Rights_PublicLogin_ExactlyWhatTheBlueprintSays()
    {
        await using var app = await TestApp.StartAsync(cluster);

        var rights = await app.AskAsync<string>(
            """
            select string_agg(table_name || ':' || privilege_type, ' ' order by table_name, privilege_type)
            from information_schema.role_table_grants where table_schema = 'platform' and grantee = 'web_public'
            """);

        rights.ShouldBe("audit_entries:INSERT outbox:INSERT public_settings:SELECT");
    }

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
