using System.Globalization;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Postgres;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Medway.LocalOffer.Testing;

/// <summary>
/// One throw-away PostgreSQL for the whole test process, started by the first test that asks for a database. Each test assembly that needs
/// it says <c>[assembly: AssemblyFixture(typeof(PostgresCluster))]</c>; fixtures and test classes then take it in their constructor.
/// </summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    /// <summary>Every test host has this master key, so that hosts can share a database. Not a secret: it protects made-up rows.</summary>
    public const string MasterKey = "q0m3vN2bJxkWZt7yHcRf5sLdUoGeAiPn8C1EKXTgYhQ=";

    private readonly SemaphoreSlim starting = new(1, 1);
    private readonly string folder = Path.Combine("/tmp", $"lo-tests-{Environment.ProcessId}-{Guid.CreateVersion7():n}");
    private readonly Lazy<Task<string>> template;
    private readonly Lazy<Task<string>> families;
    private LocalPostgres? postgres;
    private int databases;

    public PostgresCluster()
    {
        template = new Lazy<Task<string>>(() => MakeTemplateAsync(CreateDatabaseAsync, SeedSet.Reference));
        families = new Lazy<Task<string>>(() => MakeTemplateAsync(CreateMigratedAsync, SeedSet.Demo));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Makes an empty database. Its owner may create extensions; the roles web_public and web_private are there.</summary>
    /// <returns>The owner's connection string.</returns>
    public Task<string> CreateDatabaseAsync() => CreateFromAsync("template1");

    /// <summary>Makes a database as it is after migrations and reference data: a copy of one that is prepared once a process.</summary>
    /// <returns>The owner's connection string.</returns>
    public async Task<string> CreateMigratedAsync() => await CreateFromAsync(await template.Value);

    /// <summary>The same with the made-up families of <c>seeds/demo</c>, and what other modules know of them.</summary>
    /// <returns>The owner's connection string.</returns>
    public async Task<string> CreateWithFamiliesAsync() => await CreateFromAsync(await families.Value);

    public async Task DropAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync(await StartedAsync(), $"drop database if exists {name} with (force)");
    }

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await postgres.DisposeAsync();
        }

        starting.Dispose();
    }

    /// <summary>Prepares it with the host's own services, as the host does when it starts.</summary>
    private static async Task<string> MakeTemplateAsync(Func<Task<string>> create, SeedSet seeds)
    {
        var connectionString = new NpgsqlConnectionStringBuilder(await create()) { Pooling = false };
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Configuration["ConnectionStrings:LocalOffer"] = connectionString.ConnectionString;
        builder.Configuration["Seeds:Root"] = Repository.At("seeds");
        builder.Configuration["Protection:MasterKey"] = MasterKey;
        builder.AddLocalOffer();
        await using var host = builder.Build();
        await host.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        await host.Services.GetRequiredService<Seeder>().RunAsync(seeds, CancellationToken.None);
        return connectionString.Database!;
    }

    private async Task<string> CreateFromAsync(string template)
    {
        var server = await StartedAsync();
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Environment.ProcessId}_{Interlocked.Increment(ref databases)}");
        await ExecuteAsync(server, $"create database {name} template {template} strategy wal_log");
        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, MaxPoolSize = 10 }.ConnectionString;
    }

    private async Task<LocalPostgres> StartedAsync()
    {
        await starting.WaitAsync();
        try
        {
            return postgres ??= await LocalPostgres.StartAsync(folder, new LocalPostgresOptions { ThrowAway = true }, CancellationToken.None);
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Unpooled: a template that anybody is connected to cannot be copied.</summary>
    private static async Task ExecuteAsync(LocalPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
