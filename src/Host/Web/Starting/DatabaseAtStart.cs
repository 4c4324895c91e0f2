using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Postgres;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Seeding;

namespace Medway.LocalOffer.Web;

/// <summary>The database as the host finds it when it starts.</summary>
/// <param name="Local">The private cluster, when this process started or joined one.</param>
/// <param name="PrepareAtStart">Migrate and seed: always for a private cluster; elsewhere the operator runs <c>migrate</c> as owner.</param>
internal sealed record DatabaseAtStart(IAsyncDisposable? Local, bool PrepareAtStart) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Local?.DisposeAsync() ?? ValueTask.CompletedTask;
}

internal static class DatabaseStarting
{
    public const string DefaultDataFolder = ".data";

    /// <summary>Starts or joins the private cluster when no connection string is set, with a master key and an anchor file of its own.</summary>
    /// <exception cref="ProtectionException">No master key, or a weak one: refused before anything starts.</exception>
    public static async Task<DatabaseAtStart> UseDatabaseAsync(this IHostApplicationBuilder builder)
    {
        var dataFolder = builder.Configuration["LOCALOFFER_DATA"] is { Length: > 0 } folder ? folder : DefaultDataFolder;
        if (string.IsNullOrWhiteSpace(builder.Configuration.GetConnectionString("LocalOffer"))
            && builder.Configuration["Protection:MasterKey"] is null && builder.Configuration["Protection:MasterKeyFile"] is null)
        {
            // Beside the cluster, never inside it: whoever copies the database files must not get the key with them.
            var key = Path.GetFullPath(Path.Combine(dataFolder, "keys", "master.key"));
            MasterKey.CreateIfMissing(key);
            builder.Configuration["Protection:MasterKeyFile"] = key;
        }

        MasterKey.Read(builder.Configuration);
        MasterKey.ReadOld(builder.Configuration);
        var local = await LocalPostgres.StartIfNeededAsync(builder.Configuration, Path.GetFullPath(dataFolder), CancellationToken.None);
        if (local is not null && builder.Configuration["Audit:AnchorFile"] is null)
        {
            builder.Configuration["Audit:AnchorFile"] = Path.GetFullPath(Path.Combine(dataFolder, "anchors", "audit.jsonl"));
        }

        if (local is not null && builder.Configuration["Erasure:LedgerFile"] is null)
        {
            builder.Configuration["Erasure:LedgerFile"] = Path.GetFullPath(Path.Combine(dataFolder, "erasures", "ledger.jsonl"));
        }

        return new DatabaseAtStart(local, local is not null || builder.Configuration.GetValue("Database:PrepareAtStart", false));
    }

    /// <summary>Migrates, then seeds what has changed since the last start. Demo data never reaches Production.</summary>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, bool withDemo)
    {
        await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        await services.GetRequiredService<Seeder>().RunIfChangedAsync(SeedSet.Reference, CancellationToken.None);
        if (withDemo)
        {
            await services.GetRequiredService<Seeder>().RunIfChangedAsync(SeedSet.Demo, CancellationToken.None);
        }
    }
}
