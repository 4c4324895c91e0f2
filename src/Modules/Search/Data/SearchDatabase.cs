using Medway.LocalOffer.Platform.Data;
using Npgsql;

namespace Medway.LocalOffer.Search.Data;

/// <summary>
/// The public login's own pool for searches. Two settings were measured (docs/performance.md): the generic plan, because the planner
/// otherwise reads every vector for a common word; and a pool of cores + 1, because more connections only queue inside PostgreSQL.
/// </summary>
internal sealed class SearchDatabase(Databases databases) : IAsyncDisposable, IDisposable
{
    private readonly NpgsqlDataSource source = databases.Create(DatabaseLogin.Public, settings =>
    {
        settings.MaxPoolSize = Environment.ProcessorCount + 1;

        // A command that searches keeps its own transaction to itself: what is found may be a moment older.
        settings.Enlist = false;
        settings.SearchPath = $"{SearchDbContext.Schema},pg_catalog";
        settings.Options = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off -c pg_trgm.similarity_threshold=0.25";
    });

    public NpgsqlCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = source.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    public void Dispose() => source.Dispose();
}
