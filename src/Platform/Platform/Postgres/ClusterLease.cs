namespace Medway.LocalOffer.Platform.Postgres;

/// <summary>
/// Says that this process uses the cluster. The kernel gives a lease back even when a process is killed, and the server stops with the last
/// one: a command line that happened to start the database does not take it away from a site that was started after it.
/// </summary>
internal sealed class ClusterLease : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream users;
    private readonly FileStream watched;

    private ClusterLease(FileStream users, FileStream watched)
    {
        this.users = users;
        this.watched = watched;
    }

    /// <summary>The file whose lock the server's keeper waits for; it gets it when nobody uses the cluster any more.</summary>
    public static string WatchedFile(string cluster) => cluster + ".in-use";

    /// <summary>Held while looking whether a server runs and starting one, so that two processes cannot both start it.</summary>
    public static Task<FileStream> LockStartAsync(string cluster, CancellationToken cancellationToken) =>
        OpenAsync(cluster + ".lock", FileShare.None, cancellationToken);

    public static async Task<ClusterLease> TakeAsync(string cluster, CancellationToken cancellationToken)
    {
        // While a keeper stops its server it holds this lock: we come after it.
        var watched = await OpenAsync(WatchedFile(cluster), FileShare.Read, cancellationToken);
        var users = await OpenAsync(UsersFile(cluster), FileShare.Read, cancellationToken);
        return new ClusterLease(users, watched);
    }

    /// <summary>Gives the lease back. Call with the start lock held.</summary>
    /// <returns>True when nobody else holds one: the server is now stopping.</returns>
    public bool GiveBack()
    {
        // A second file, because the keeper takes the watched one the moment it is free and we could not tell it from another user.
        users.Dispose();
        var last = TryOpen(users.Name, FileShare.None);
        watched.Dispose();
        last?.Dispose();
        return last is not null;
    }

    public void Dispose()
    {
        users.Dispose();
        watched.Dispose();
    }

    private static string UsersFile(string cluster) => cluster + ".users";

    private static async Task<FileStream> OpenAsync(string file, FileShare share, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if (TryOpen(file, share) is { } stream)
            {
                return stream;
            }

            await Task.Delay(Pause, cancellationToken);
        }

        throw new LocalPostgresException(
            $"Another process has held {file} for {Patience.TotalSeconds:0} seconds. Let it finish, or end it, and try again.");
    }

    /// <summary>.NET takes an advisory lock with the file: shared for <see cref="FileShare.Read"/>, exclusive for <see cref="FileShare.None"/>.</summary>
    private static FileStream? TryOpen(string file, FileShare share)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Read, share);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }
}
