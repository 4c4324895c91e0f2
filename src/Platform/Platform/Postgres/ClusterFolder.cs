using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace Medway.LocalOffer.Platform.Postgres;

/// <summary>Where a cluster's files lie, and making them.</summary>
[UnsupportedOSPlatform("windows")]
internal static class ClusterFolder
{
    /// <summary>Used when the server runs as an account that may not enter the data folder, for example a clone under /root.</summary>
    private const string Outside = "/var/lib/medway-local-offer";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static async Task<string> ChooseAsync(string dataFolder, ServerAccount account, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(dataFolder);
        if (!account.IsSomebodyElse || (await account.RunAsync(["test", "-x", dataFolder], cancellationToken)).Succeeded)
        {
            return Path.Combine(dataFolder, "postgres");
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..12];
        var folder = Path.Combine(Outside, name);
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, "postgres");
    }

    /// <summary>Makes the cluster unless it is there. The server must not be running.</summary>
    public static async Task InitialiseAsync(string cluster, PostgresBinaries binaries, ServerAccount account, CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(cluster, "PG_VERSION")))
        {
            await account.TakeOverAsync(cluster, cancellationToken);
            return;
        }

        // Made under another name, so that one that was interrupted is never taken for a whole one.
        var unfinished = cluster + ".new";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        await MakePrivateAsync(unfinished, account, cancellationToken);
        var made = await account.RunAsync(
            [
                binaries.Initdb, "-D", unfinished, "-U", "owner", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions",
            ],
            cancellationToken);
        if (!made.Succeeded)
        {
            throw new LocalPostgresException($"A database could not be made in {cluster}. initdb said: {made.Text}");
        }

        Directory.Move(unfinished, cluster);
    }

    /// <summary>
    /// Makes a folder that only the server's account may enter. The server trusts every connection, so this is its lock: a folder that
    /// somebody else prepared under that name is refused or taken over.
    /// </summary>
    public static async Task MakePrivateAsync(string folder, ServerAccount account, CancellationToken cancellationToken)
    {
        if (new DirectoryInfo(folder).LinkTarget is not null)
        {
            throw new LocalPostgresException($"{folder} is a link. Remove it: the database's socket must lie in a real folder.");
        }

        try
        {
            Directory.CreateDirectory(folder, OwnerOnly);
            await account.TakeOverAsync(folder, cancellationToken);
            File.SetUnixFileMode(folder, OwnerOnly);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new LocalPostgresException($"{folder} belongs to somebody else. Remove it, and start again.", denied);
        }
    }
}
