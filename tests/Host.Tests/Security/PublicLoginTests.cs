using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Host.Tests.Security;

/// <summary>The login of the public site, tried with SQL on every table and view of the modules that hold people: not read from the list of rights, and none is named by hand.</summary>
[Collection(Site.Name)]
[Proves("accounts")]
[Proves("register")]
public sealed class PublicLoginTests(App app)
{
    private static readonly string[] Closed = ["accounts", "people", "ehcp", "register", "improvement", "audit", "messaging"];

    [Fact]
    public async Task Select_AnythingOfAModuleThatHoldsPeople_IsRefused()
    {
        var databases = app.Services.GetRequiredService<Databases>();
        var tables = (await app.AskAsync<string[]>(
            """
            select array_agg(format('%I.%I', n.nspname, c.relname) order by 1) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'f') and (n.nspname = any('{accounts,people,ehcp,register,improvement,audit,messaging}')
              or (n.nspname = 'platform' and c.relname in ('audit_entries', 'links', 'kept_forms', 'data_keys', 'data_protection_keys', 'jobs', 'occurrences')))
            """)).ToList();
        foreach (var schema in Closed)
        {
            tables.ShouldContain(table => table.StartsWith(schema + ".", StringComparison.Ordinal), schema);
        }

        List<string> read = [];
        foreach (var table in tables)
        {
            foreach (var sql in new[] { $"select * from {table} limit 1", $"select count(*) from {table}" })
            {
                if (await StateAsync(databases, DatabaseLogin.Public, sql) != PostgresErrorCodes.InsufficientPrivilege)
                {
                    read.Add(sql);
                }
            }
        }

        read.ShouldBeEmpty();
        tables.Count.ShouldBeGreaterThan(40);

        // The login works, and the same words reach the tables with the other one.
        (await StateAsync(databases, DatabaseLogin.Public, "select * from listings.services limit 1")).ShouldBeNull();
        (await StateAsync(databases, DatabaseLogin.Private, "select * from people.persons limit 1")).ShouldBeNull();
        (await StateAsync(databases, DatabaseLogin.Private, "select * from ehcp.records limit 1")).ShouldBeNull();
        (await StateAsync(databases, DatabaseLogin.Private, "select * from register.entries limit 1")).ShouldBeNull();
        (await StateAsync(databases, DatabaseLogin.Private, "select * from register.planning_releases limit 1")).ShouldBeNull();
        (await StateAsync(databases, DatabaseLogin.Private, "select * from improvement.updates limit 1")).ShouldBeNull();
    }

    /// <summary>What such a module shows to everybody is frozen in a schema of its own: it is read by anybody, and changed by nobody.</summary>
    [Fact]
    public async Task Published_IsReadByThePublicLogin_AndChangedByNone()
    {
        var databases = app.Services.GetRequiredService<Databases>();
        var tables = await app.AskAsync<string[]>("select array_agg(format('%I.%I', schemaname, tablename) order by 1) from pg_tables where schemaname = 'published'");
        tables.ShouldContain("published.register_numbers");
        foreach (var table in tables)
        {
            (await StateAsync(databases, DatabaseLogin.Public, $"select * from {table} limit 1")).ShouldBeNull(table);
            foreach (var login in new[] { DatabaseLogin.Public, DatabaseLogin.Private })
            {
                (await StateAsync(databases, login, $"delete from {table}")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege, table);
            }
        }

        (await StateAsync(databases, DatabaseLogin.Public, "insert into published.register_releases default values")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await StateAsync(databases, DatabaseLogin.Private, "update published.register_numbers set words = '7'")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    /// <returns>The error's code; null when the database answered.</returns>
    private static async Task<string?> StateAsync(Databases databases, DatabaseLogin login, string sql)
    {
        try
        {
            await using var command = databases.For(login).CreateCommand(sql);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }
}
