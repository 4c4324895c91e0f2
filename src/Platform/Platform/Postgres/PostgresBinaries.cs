using System.Globalization;
using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Platform.Postgres;

/// <summary>An installed PostgreSQL server.</summary>
/// <param name="Folder">Holds <c>initdb</c> and <c>postgres</c>.</param>
/// <param name="Major">Major version, for example 15.</param>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    public const int OldestMajor = 15;

    private const string HowToInstall =
        "Install Debian's package postgresql (macOS: brew install postgresql util-linux), or set PG_BIN to the folder that holds initdb and postgres, "
        + "or set ConnectionStrings__LocalOffer to a database of your own.";

    public string Initdb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <param name="cluster">Folder of the cluster; one that exists can only be opened by the version that made it.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <exception cref="LocalPostgresException">None is installed, or none of the version needed.</exception>
    public static async Task<PostgresBinaries> FindAsync(string cluster, CancellationToken cancellationToken)
    {
        var installed = await InstalledAsync(cancellationToken);
        if (installed.Count == 0)
        {
            throw new LocalPostgresException($"PostgreSQL {OldestMajor} or newer was not found. {HowToInstall}");
        }

        var versionFile = Path.Combine(cluster, "PG_VERSION");
        if (!File.Exists(versionFile))
        {
            return installed[0];
        }

        var madeBy = int.Parse(await File.ReadAllTextAsync(versionFile, cancellationToken), CultureInfo.InvariantCulture);
        return installed.Find(binaries => binaries.Major == madeBy) ?? throw new LocalPostgresException(
            $"The database in {cluster} was made by PostgreSQL {madeBy}, but only {string.Join(", ", installed.Select(b => b.Major).Distinct())} was found. "
            + $"Install version {madeBy}, or move that folder away to start with an empty database.");
    }

    /// <summary>Those whose client programs fit a server best: of its own version, else the next newer.</summary>
    /// <exception cref="LocalPostgresException">None is installed, or only older ones.</exception>
    public static async Task<PostgresBinaries> FindForServerAsync(int major, CancellationToken cancellationToken)
    {
        var installed = await InstalledAsync(cancellationToken);
        return installed.Where(binaries => binaries.Major >= major).OrderBy(binaries => binaries.Major).FirstOrDefault()
            ?? throw new LocalPostgresException($"The database is PostgreSQL {major}, and no programs of that version or a newer one were found. {HowToInstall}");
    }

    private static async Task<List<PostgresBinaries>> InstalledAsync(CancellationToken cancellationToken)
    {
        var installed = new List<PostgresBinaries>();
        foreach (var folder in await CandidatesAsync(cancellationToken))
        {
            if (await ReadAsync(folder, cancellationToken) is { Major: >= OldestMajor } found)
            {
                installed.Add(found);
            }
        }

        return installed;
    }

    /// <summary>Best first: what the operator named, then the tool's own answer, then the newest of Debian's and Homebrew's folders.</summary>
    private static async Task<IReadOnlyList<string>> CandidatesAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("PG_BIN") is { Length: > 0 } named)
        {
            return [named];
        }

        var folders = new List<string>();
        if (await Command.RunAsync(["pg_config", "--bindir"], cancellationToken) is { Succeeded: true, Text: { Length: > 0 } answer })
        {
            folders.Add(answer);
        }

        folders.AddRange(Newest("/usr/lib/postgresql", "*"));
        foreach (var homebrew in (string[])["/opt/homebrew/opt", "/usr/local/opt", "/home/linuxbrew/.linuxbrew/opt"])
        {
            folders.AddRange(Newest(homebrew, "postgresql*"));
        }

        return folders;
    }

    private static IEnumerable<string> Newest(string parent, string pattern) => Directory.Exists(parent)
        ? Directory.EnumerateDirectories(parent, pattern)
            .OrderByDescending(folder => int.TryParse(Number().Match(Path.GetFileName(folder)).Value, CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
        : [];

    private static async Task<PostgresBinaries?> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var binaries = new PostgresBinaries(folder, 0);
        if (!File.Exists(binaries.Initdb) || !File.Exists(binaries.Postgres))
        {
            return null;
        }

        var answer = await Command.RunAsync([binaries.Postgres, "--version"], cancellationToken);
        return answer.Succeeded && int.TryParse(Number().Match(answer.Text).Value, CultureInfo.InvariantCulture, out var major)
            ? binaries with { Major = major }
            : null;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
