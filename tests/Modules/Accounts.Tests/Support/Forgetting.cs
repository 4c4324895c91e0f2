using Medway.LocalOffer.Testing;
using Npgsql;

namespace Medway.LocalOffer.Accounts.Tests;

/// <summary>
/// Tests of one class share a host, because starting one costs more than most of these tests; each begins with nobody in it, as on the first day.
/// What is written down in the audit trail stays: nobody can take it away.
/// </summary>
internal static class Forgetting
{
    private const string Sql =
        """
        do $$
        declare
            tables text;
        begin
            select string_agg(format('%I.%I', schemaname, tablename), ', ') into tables from pg_tables
            where (schemaname = 'accounts' and tablename <> '__migrations')
               or (schemaname = 'platform' and tablename in ('jobs', 'outbox', 'inbox', 'links', 'kept_forms'));
            execute 'truncate ' || tables;
        end $$
        """;

    /// <summary>No account, session, code, link or job is left, and the clock runs.</summary>
    public static async ValueTask ForgetAccountsAsync(this App app)
    {
        app.Clock.Run();
        await using var source = NpgsqlDataSource.Create(app.ConnectionString!);
        await using var command = source.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(Given.Now);
    }
}
