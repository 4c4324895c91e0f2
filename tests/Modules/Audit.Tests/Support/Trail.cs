using System.Globalization;
using Medway.LocalOffer.Audit.Contracts;
using Medway.LocalOffer.Audit.Data;
using Medway.LocalOffer.Audit.Sealing;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Audit.Tests;

/// <summary>A host of its own whose audit trail a test may spoil.</summary>
internal sealed class Trail : IAsyncDisposable
{
    public static readonly AuditEvent Made = new("things.thing-made", "A thing was made");

    private readonly string folder = Directory.CreateTempSubdirectory("lo-audit-").FullName;

    private Trail(PostgresCluster cluster) => App = new App(cluster);

    public App App { get; }

    public string AnchorFile => Path.Combine(folder, "audit.jsonl");

    public IServiceProvider Services => App.Services;

    public static async Task<Trail> StartAsync(PostgresCluster cluster)
    {
        var trail = new Trail(cluster);
        await trail.App.InitializeAsync();
        trail.App.Settings["Audit:AnchorFile"] = trail.AnchorFile;

        // Reference data wrote some.
        await trail.TamperAsync("delete from platform.audit_entries");
        return trail;
    }

    public AsyncServiceScope Scope(DatabaseLogin login = DatabaseLogin.Private) =>
        Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tester", login);

    public Task WriteAsync(int count) => SaveAsync((trail, context) =>
    {
        for (var i = 0; i < count; i++)
        {
            trail.Record(context, Made, "thing", Guid.CreateVersion7(), changes: [new AuditChange("size", null, i.ToString(CultureInfo.InvariantCulture))]);
        }
    });

    public async Task SaveAsync(Action<AuditTrail, AuditDbContext> record, Action<Actor>? become = null)
    {
        await using var scope = Scope();
        become?.Invoke(scope.ServiceProvider.GetRequiredService<Actor>());
        var context = scope.ServiceProvider.GetRequiredService<AuditDbContext>();
        record(scope.ServiceProvider.GetRequiredService<AuditTrail>(), context);
        await context.SaveChangesAsync();
    }

    /// <summary>Writes so many and seals them.</summary>
    public async Task SealAsync(int count)
    {
        await WriteAsync(count);
        (await SealAsync()).ShouldBe(count);
    }

    public Task<int> SealAsync() => Services.GetRequiredService<Sealer>().SealAsync(null, TestContext.Current.CancellationToken);

    public async Task<TrailVerdict> VerifyAsync()
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<ITrailProof>().VerifyAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Entries in the order in which they were written.</summary>
    public async Task<List<Guid>> IdsAsync()
    {
        await using var command = Services.GetRequiredService<Databases>().For(DatabaseLogin.Owner)
            .CreateCommand("select id from platform.audit_entries order by at, id");
        await using var reader = await command.ExecuteReaderAsync();
        List<Guid> ids = [];
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    /// <summary>As somebody who owns the database and has no key: the triggers are off.</summary>
    public Task TamperAsync(string sql) => SqlAsync($"set session_replication_role = replica; {sql}; set session_replication_role = origin;");

    public async Task SqlAsync(string sql, DatabaseLogin login = DatabaseLogin.Owner)
    {
        await using var command = Services.GetRequiredService<Databases>().For(login).CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Services.GetRequiredService<Databases>().For(DatabaseLogin.Owner).CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
