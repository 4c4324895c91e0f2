using System.Diagnostics;
using Medway.LocalOffer.Platform.Postgres;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Medway.LocalOffer.Platform.Tests.Postgres;

public sealed class LocalPostgresTests : IDisposable
{
    // Not a folder that only we may enter: where root may not use a user namespace the server runs as somebody else.
    private readonly string folder = Directory.CreateDirectory(Path.Combine("/tmp", $"lo-postgres-{Guid.CreateVersion7():n}")).FullName;

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task StartIfNeeded_WithAConnectionString_StartsNothing()
    {
        var configuration = Configuration("Host=elsewhere");

        (await LocalPostgres.StartIfNeededAsync(configuration, folder, TestContext.Current.CancellationToken)).ShouldBeNull();

        configuration.GetConnectionString("LocalOffer").ShouldBe("Host=elsewhere");
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task StartIfNeeded_WithoutOne_MakesTheDatabaseItsOwnerAndBothLogins()
    {
        var configuration = Configuration(null);

        await using var postgres = await LocalPostgres.StartIfNeededAsync(configuration, folder, TestContext.Current.CancellationToken);

        var owner = configuration.GetConnectionString("LocalOffer").ShouldNotBeNull();
        (await AskAsync(owner, "select current_user || '@' || current_database()")).ShouldBe("owner@local_offer");
        foreach (var role in (string[])["web_public", "web_private"])
        {
            (await AskAsync($"{owner};Username={role}", "select current_user::text")).ShouldBe(role);
        }

        (await AskAsync(owner, "show listen_addresses")).ShouldBe("");
        (await AskAsync(owner, "show fsync")).ShouldBe("on");
    }

    [Fact]
    public async Task Start_OnAClusterThatRuns_SharesIt_AndTheLastOneStopsIt()
    {
        var first = await StartAsync();
        var second = await StartAsync();
        second.StartedHere.ShouldBeFalse();

        // The one who started it leaves first: the other one keeps its database.
        await first.DisposeAsync();
        (await AskAsync(second.ConnectionString, "select 'still here'")).ShouldBe("still here");

        await second.DisposeAsync();
        await StopsAsync(second.ConnectionString);
    }

    [Fact]
    public async Task Start_ManyAtOnce_StartsOneServer()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(StartAsync)));

        all.Count(postgres => postgres.StartedHere).ShouldBe(1);
        await Task.WhenAll(all.Select(postgres => postgres.DisposeAsync().AsTask()));
        await StopsAsync(all[0].ConnectionString);
    }

    [Fact]
    public async Task Start_AfterTheServerWasKilled_KeepsWhatWasCommitted()
    {
        await using (var first = await StartAsync())
        {
            await AskAsync(first.ConnectionString, "create table kept as select 'yes' answer; select ''");
            var pid = int.Parse((await File.ReadAllLinesAsync(Path.Combine(folder, "postgres", "postmaster.pid"), TestContext.Current.CancellationToken))[0], null);
            using var server = Process.GetProcessById(pid);
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await using var second = await StartAsync();
        (await AskAsync(second.ConnectionString, "select answer from kept")).ShouldBe("yes");
    }

    [Fact]
    public async Task Start_AsOneAccountAndThenAnother_OpensTheSameCluster()
    {
        // An ordinary user has only itself; root mostly has two ways, and a host may allow one of them today and the other tomorrow.
        var usual = await ServerAccount.ChooseAsync(TestContext.Current.CancellationToken);
        var other = Environment.IsPrivilegedProcess ? await ServerAccount.UnprivilegedAsync(TestContext.Current.CancellationToken) : usual;
        foreach (var account in (ServerAccount[])[usual, other, usual])
        {
            await using var postgres = await StartAsync(new LocalPostgresOptions { Account = account });
            (await AskAsync(postgres.ConnectionString, "select current_database()::text")).ShouldBe("local_offer");
        }
    }

    [Fact]
    public async Task Start_ThrowAway_LeavesNothingBehind()
    {
        var postgres = await StartAsync(new LocalPostgresOptions { ThrowAway = true });
        (await AskAsync(postgres.ConnectionString, "show fsync")).ShouldBe("off");

        await postgres.DisposeAsync();

        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_OnAClusterOfAVersionThatIsNotInstalled_SaysWhatToInstall()
    {
        Directory.CreateDirectory(Path.Combine(folder, "postgres"));
        await File.WriteAllTextAsync(Path.Combine(folder, "postgres", "PG_VERSION"), "9\n", TestContext.Current.CancellationToken);

        var refusal = await Should.ThrowAsync<LocalPostgresException>(() => StartAsync());

        refusal.Message.ShouldContain("was made by PostgreSQL 9");
        refusal.Message.ShouldContain("Install version 9");
    }

    private static IConfiguration Configuration(string? connection) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("ConnectionStrings:LocalOffer", connection)])
        .Build();

    private static async Task<string?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The one who stops it is the keeper that the first one started: this process only sees the socket close.</summary>
    private static async Task StopsAsync(string connectionString)
    {
        for (var attempt = 0; attempt < 250; attempt++)
        {
            try
            {
                await AskAsync(connectionString, "select ''");
            }
            catch (NpgsqlException)
            {
                return;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The server still answers.");
    }

    private Task<LocalPostgres> StartAsync() => StartAsync(new LocalPostgresOptions());

    private Task<LocalPostgres> StartAsync(LocalPostgresOptions options) =>
        LocalPostgres.StartAsync(folder, options, TestContext.Current.CancellationToken);
}
