using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Accounts.Tests.Security;

/// <summary>Tried with SQL, table by table, as each login; not read from the list of rights.</summary>
[Proves("accounts")]
public sealed class LoginTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    public ValueTask InitializeAsync() => app.ForgetAccountsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Select_EveryTableOfAccounts_IsRefusedToThePublicLogin_AndWorksForThePrivateOne()
    {
        await app.SomeoneAsync();
        var tables = await TablesAsync();
        tables.Count.ShouldBeGreaterThan(5);

        foreach (var table in tables)
        {
            (await StateAsync(DatabaseLogin.Public, $"select * from {table}")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege, table);
            (await StateAsync(DatabaseLogin.Private, $"select * from {table}")).ShouldBeNull(table);
        }

        (await StateAsync(DatabaseLogin.Public, "insert into accounts.sessions (id) values ('')")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await StateAsync(DatabaseLogin.Public, "select * from listings.services")).ShouldBeNull();
    }

    private async Task<List<string>> TablesAsync()
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString!);
        await using var command = source.CreateCommand(
            "select 'accounts.' || tablename from pg_tables where schemaname = 'accounts' and tablename <> '__migrations' union all select 'platform.links' order by 1");
        await using var reader = await command.ExecuteReaderAsync(Given.Now);
        List<string> tables = [];
        while (await reader.ReadAsync(Given.Now))
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    /// <returns>The error's code; null when the database answered.</returns>
    private async Task<string?> StateAsync(DatabaseLogin login, string sql)
    {
        try
        {
            await using var command = app.Services.GetRequiredService<Databases>().For(login).CreateCommand(sql);
            await command.ExecuteNonQueryAsync(Given.Now);
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }
}
