using Medway.LocalOffer.Testing;
using Npgsql;

namespace Medway.LocalOffer.Host.Tests;

/// <summary>Looks into the database, or puts something there, as its owner.</summary>
internal static class Sql
{
    public static async Task<T> AskAsync<T>(this App app, string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString!);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static async Task ExecuteAsync(this App app, string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
