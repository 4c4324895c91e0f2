using System.Diagnostics;

namespace Medway.LocalOffer.Platform.Postgres;

/// <summary>A running server and its keeper: a few lines of shell that stop the server when the last process that uses it has gone.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>
    /// The keeper outlives kill -9 of whoever started it. It has its own session, because Ctrl-C would otherwise reach the server together
    /// with the site, which then logs a storm of lost connections while it closes. (A parent-death signal is no way: it fires when the
    /// starting thread ends.)
    /// </summary>
    private const string Keeper = """
        exec </dev/null >/dev/null 2>&1
        in_use=$1 log=$2 throw_away=$3 sockets=$4
        shift 4
        "$@" >"$log" 2>&1 &
        server=$!
        trap 'kill -INT "$server"' INT TERM HUP
        flock --exclusive "$in_use" bash -c 'kill -INT "$0"; while kill -0 "$0"; do sleep 0.02; done' "$server" &
        watcher=$!
        while kill -0 "$server"; do wait "$server"; done
        kill "$watcher"
        wait "$watcher"
        if [ -n "$throw_away" ]; then rm -rf -- "$throw_away" "$sockets"; fi
        """;

    private readonly Process keeper;
    private readonly string log;

    private ServerProcess(Process keeper, string log)
    {
        this.keeper = keeper;
        this.log = log;
    }

    public bool HasStopped => keeper.HasExited;

    /// <param name="account">As whom it runs.</param>
    /// <param name="command">The server's own command.</param>
    /// <param name="cluster">Folder of the cluster.</param>
    /// <param name="sockets">Folder of its socket.</param>
    /// <param name="throwAway">A folder to delete, with that of the socket, after the server has stopped; or null.</param>
    public static ServerProcess Start(ServerAccount account, IEnumerable<string> command, string cluster, string sockets, string? throwAway)
    {
        var log = cluster + ".log";
        var words = (string[])["setsid", "bash", "-c", Keeper, "local-offer-postgres", ClusterLease.WatchedFile(cluster), log, throwAway ?? "", sockets];
        var keeper = Process.Start(Command.StartInfo([.. words, .. account.Prefix, .. command]))
            ?? throw new LocalPostgresException("PostgreSQL's keeper could not be started: util-linux (setsid, flock) and bash are needed.");
        return new ServerProcess(keeper, log);
    }

    public Task WaitAsync(CancellationToken cancellationToken) => keeper.WaitForExitAsync(cancellationToken);

    /// <summary>What the server said last, for a message about why it did not start.</summary>
    public string LastWords() => File.Exists(log) ? string.Join(Environment.NewLine, File.ReadLines(log).TakeLast(5)) : "It said nothing.";

    public void Dispose() => keeper.Dispose();
}
