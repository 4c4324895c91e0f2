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

    [Theory]
    [InlineData("web_public", "audit_entries:INSERT bank_holidays:SELECT file_chunks:SELECT files:SELECT outbox:INSERT public_settings:SELECT school_terms:SELECT")]
    [InlineData(
        "web_private",
        "audit_entries:INSERT,SELECT bank_holidays:DELETE,INSERT,SELECT,UPDATE data_keys:INSERT,SELECT,UPDATE data_protection_keys:INSERT,SELECT erased_persons:INSERT,SELECT file_chunks:DELETE,INSERT,SELECT,UPDATE files:DELETE,INSERT,SELECT,UPDATE import_runs:INSERT,SELECT inbox:DELETE,INSERT,SELECT jobs:DELETE,INSERT,SELECT,UPDATE kept_forms:DELETE,INSERT,SELECT,UPDATE links:DELETE,INSERT,SELECT,UPDATE occurrences:DELETE,INSERT,SELECT,UPDATE outbox:DELETE,INSERT,SELECT,UPDATE public_settings:SELECT school_terms:DELETE,INSERT,SELECT,UPDATE seeds:INSERT,SELECT,UPDATE settings:DELETE,INSERT,SELECT,UPDATE")]
    public async Task Rights_WebLogin_ExactlyWhatTheBlueprintSays(string login, string expected)
    {
        await using var app = await TestApp.StartAsync(cluster);

        var rights = await app.AskAsync<string>(
            $"""
            select string_agg(table_name || ':' || rights, ' ' order by table_name)
            from (
                select table_name, string_agg(privilege_type, ',' order by privilege_type) as rights
                from information_schema.role_table_grants where table_schema = 'platform' and grantee = '{login}' group by table_name) granted
            """);

        rights.ShouldBe(expected);
    }

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
