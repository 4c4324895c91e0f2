using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Medway.LocalOffer.Platform.Postgres;

/// <summary>
/// A private PostgreSQL for a machine where nobody has set one up (ADR 0002). It listens on a unix socket in a folder that only its owner
/// may enter, never on a port, so any number of them can run side by side. One that runs already is shared; it stops with its last user.
/// </summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    private const string Database = "local_offer";
    private const string Owner = "owner";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly string cluster;
    private readonly ClusterLease lease;
    private readonly ServerProcess? server;

    private LocalPostgres(string cluster, ClusterLease lease, ServerProcess? server)
    {
        this.cluster = cluster;
        this.lease = lease;
        this.server = server;
        ConnectionString = Connection(cluster, Database);
    }

    /// <summary>Opens the database <c>local_offer</c> as its owner.</summary>
    public string ConnectionString { get; }

    /// <summary>False when another process had started it already.</summary>
    public bool StartedHere => server is not null;

    /// <summary>Starts the local server when <c>ConnectionStrings:LocalOffer</c> is empty, and sets it; otherwise does nothing.</summary>
    /// <param name="configuration">Read, and written when a server was needed.</param>
    /// <param name="dataFolder">The cluster lives in <c>postgres</c> below it.</param>
    /// <param name="cancellationToken">Stops waiting for the start.</param>
    /// <returns>The server, to be disposed of when the program ends; null when the operator named a database.</returns>
    /// <exception cref="LocalPostgresException">With a message that says what to do.</exception>
    public static async Task<LocalPostgres?> StartIfNeededAsync(IConfiguration configuration, string dataFolder, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(configuration.GetConnectionString("LocalOffer")))
        {
            return null;
        }

        var postgres = await StartAsync(dataFolder, new LocalPostgresOptions(), cancellationToken);
        configuration["ConnectionStrings:LocalOffer"] = postgres.ConnectionString;
        return postgres;
    }

    /// <inheritdoc cref="StartIfNeededAsync"/>
    /// <param name="options">How it keeps its data.</param>
    public static async Task<LocalPostgres> StartAsync(string dataFolder, LocalPostgresOptions options, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new LocalPostgresException("The local PostgreSQL runs on Linux and macOS. Set ConnectionStrings__LocalOffer to a database of your own.");
        }

        var account = options.Account ?? await ServerAccount.ChooseAsync(cancellationToken);
        var cluster = await ClusterFolder.ChooseAsync(Path.GetFullPath(dataFolder), account, cancellationToken);

        using var startLock = await ClusterLease.LockStartAsync(cluster, cancellationToken);
        var lease = await ClusterLease.TakeAsync(cluster, cancellationToken);
        ServerProcess? server = null;
        try
        {
            if (!await AnswersAsync(cluster, cancellationToken))
            {
                server = await StartServerAsync(cluster, account, options, cancellationToken);
            }

            await CreateRolesAndDatabaseAsync(cluster, cancellationToken);
            return new LocalPostgres(cluster, lease, server);
        }
        catch
        {
            // Without a lease the keeper stops what was started.
            lease.Dispose();
            server?.Dispose();
            throw;
        }
    }

    /// <summary>Leaves the server. When nobody else uses it, it has stopped when this returns.</summary>
    public async ValueTask DisposeAsync()
    {
        using (await ClusterLease.LockStartAsync(cluster, CancellationToken.None))
        {
            var last = lease.GiveBack();
            if (last && server is not null)
            {
                await server.WaitAsync(CancellationToken.None);
                RemoveSocketFolder();
            }
        }

        server?.Dispose();
    }

    /// <summary>Short, because a socket's path may have 107 bytes at most, and the data folder may be deep.</summary>
    private static string SocketFolder(string cluster) =>
        "/tmp/lo-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cluster)))[..12];

    private void RemoveSocketFolder()
    {
        if (Directory.Exists(SocketFolder(cluster)))
        {
            Directory.Delete(SocketFolder(cluster), recursive: true);
        }
    }

    private static string Connection(string cluster, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = SocketFolder(cluster),
        Port = 5432,
        Username = Owner,
        Database = database,
    }.ConnectionString;

    [UnsupportedOSPlatform("windows")]
    private static async Task<ServerProcess> StartServerAsync(
        string cluster, ServerAccount account, LocalPostgresOptions options, CancellationToken cancellationToken)
    {
        var binaries = await PostgresBinaries.FindAsync(cluster, cancellationToken);
        await ClusterFolder.InitialiseAsync(cluster, binaries, account, cancellationToken);

        var sockets = SocketFolder(cluster);
        await ClusterFolder.MakePrivateAsync(sockets, account, cancellationToken);

        var command = (string[])[binaries.Postgres, "-D", cluster, "-k", sockets, .. options.ServerSettings.SelectMany(setting => (string[])["-c", setting])];
        var server = ServerProcess.Start(account, command, cluster, sockets, options.ThrowAway ? Path.GetDirectoryName(cluster) : null);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StartPatience);
        while (!await AnswersAsync(cluster, cancellationToken))
        {
            if (server.HasStopped || patience.IsCancellationRequested)
            {
                var said = server.LastWords();
                server.Dispose();
                throw new LocalPostgresException($"PostgreSQL in {cluster} did not start. It said: {said}");
            }

            await Task.Delay(20, cancellationToken);
        }

        return server;
    }

    private static async Task<bool> AnswersAsync(string cluster, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(SocketFolder(cluster), ".s.PGSQL.5432")))
        {
            return false;
        }

        try
        {
            await using var connection = await OpenMaintenanceAsync(cluster, cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Roles belong to the cluster, not to a database: migrations only grant.</summary>
    private static async Task CreateRolesAndDatabaseAsync(string cluster, CancellationToken cancellationToken)
    {
        await using var connection = await OpenMaintenanceAsync(cluster, cancellationToken);
        foreach (var role in (string[])["web_public", "web_private"])
        {
            await CreateUnlessThereAsync(connection, $"select 1 from pg_roles where rolname = '{role}'", $"create role {role} login", cancellationToken);
        }

        await CreateUnlessThereAsync(
            connection, $"select 1 from pg_database where datname = '{Database}'", $"create database {Database} owner {Owner}", cancellationToken);
    }

    private static async Task CreateUnlessThereAsync(NpgsqlConnection connection, string look, string create, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(look, connection);
        if (await command.ExecuteScalarAsync(cancellationToken) is null)
        {
            command.CommandText = create;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<NpgsqlConnection> OpenMaintenanceAsync(string cluster, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(Connection(cluster, "postgres") + ";Pooling=false");
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
