using Medway.LocalOffer.Platform.Erasure;
using Npgsql;

namespace Medway.LocalOffer.Platform.Backups;

/// <summary>The database that a backup is put back into, as its owner sees it.</summary>
internal sealed class RestoreTarget(NpgsqlDataSource owner)
{
    private static readonly string[] WebLogins = ["web_public", "web_private"];

    public async Task<IReadOnlyList<string>> SchemasAsync(CancellationToken cancellationToken)
    {
        List<string> names = [];
        await using var command = owner.CreateCommand(@"select nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') order by nspname");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    public async Task<bool> IsUsedAsync(CancellationToken cancellationToken) => await AskAsync<bool>(
        """
        select exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
            where relkind in ('r', 'p') and nspname !~ '^pg_' and nspname <> 'information_schema')
        """,
        cancellationToken);

    /// <returns>Null when this database never kept a list.</returns>
    public async Task<IReadOnlyList<ErasureLine>?> ErasuresAsync(CancellationToken cancellationToken)
    {
        if (!await AskAsync<bool>("select to_regclass('platform.erased_persons') is not null", cancellationToken))
        {
            return null;
        }

        List<ErasureLine> lines = [];
        await using var command = owner.CreateCommand("select id, person_id, encode(fingerprint, 'hex'), erased_at from platform.erased_persons");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(new ErasureLine(
                reader.GetGuid(0), reader.GetGuid(1), await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetString(2), await reader.GetFieldValueAsync<DateTimeOffset>(3, cancellationToken)));
        }

        return lines;
    }

    /// <summary>From here on the web logins cannot connect.</summary>
    /// <exception cref="BackupException">A host is connected.</exception>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await DoAsync(
            """
            do $$
            begin
                execute format('revoke connect on database %I from public', current_database());
                if exists (select from pg_roles where rolname = 'web_public') then execute format('revoke connect on database %I from web_public', current_database()); end if;
                if exists (select from pg_roles where rolname = 'web_private') then execute format('revoke connect on database %I from web_private', current_database()); end if;
            end $$
            """,
            cancellationToken);
        await using var command = owner.CreateCommand("select count(*) from pg_stat_activity where datname = current_database() and usename = any($1)");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = WebLogins });
        if ((long)(await command.ExecuteScalarAsync(cancellationToken))! > 0)
        {
            await OpenAsync(cancellationToken);
            throw new BackupException("The site is running on this database. Stop every host, then restore. Nothing was touched.");
        }
    }

    public Task OpenAsync(CancellationToken cancellationToken) => DoAsync(
        """
        do $$
        begin
            if exists (select from pg_roles where rolname = 'web_public') then execute format('grant connect on database %I to web_public', current_database()); end if;
            if exists (select from pg_roles where rolname = 'web_private') then execute format('grant connect on database %I to web_private', current_database()); end if;
        end $$
        """,
        cancellationToken);

    private async Task DoAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<T> AskAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var command = owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
