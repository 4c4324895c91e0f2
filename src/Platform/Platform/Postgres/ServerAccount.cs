namespace Medway.LocalOffer.Platform.Postgres;

/// <summary>As whom the server runs. PostgreSQL refuses root, and a container or a fresh Debian machine often has nobody else.</summary>
/// <param name="Prefix">Words before the server's own command.</param>
/// <param name="Owner">Who must own the cluster's files, as <c>chown</c> takes it; null when that is whoever we are.</param>
internal sealed record ServerAccount(IReadOnlyList<string> Prefix, string? Owner)
{
    public static readonly ServerAccount Ourselves = new([], null);

    /// <summary>Root outside, an ordinary user inside: needs no other account, and the files stay root's, so it works under /root too.</summary>
    public static readonly ServerAccount UserNamespace = new(["unshare", "--user", "--map-user=1000", "--map-group=1000"], "0:0");

    /// <summary>True when the server's account may be kept out of a folder that we can enter ourselves.</summary>
    public bool IsSomebodyElse => Owner is not null && this != UserNamespace;

    public static async Task<ServerAccount> ChooseAsync(CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return Ourselves;
        }

        // Some hosts forbid user namespaces, so they are tried before they are used.
        if (await UserNamespace.WorksAsync(cancellationToken))
        {
            return UserNamespace;
        }

        return await UnprivilegedAsync(cancellationToken);
    }

    /// <summary>Drops from root to an account that every Debian machine has.</summary>
    public static async Task<ServerAccount> UnprivilegedAsync(CancellationToken cancellationToken)
    {
        foreach (var user in (string[])["postgres", "nobody"])
        {
            if (await Command.RunAsync(["id", "-g", user], cancellationToken) is not { Succeeded: true, Text: var group })
            {
                continue;
            }

            var account = new ServerAccount(["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups"], $"{user}:{group}");
            if (await account.WorksAsync(cancellationToken))
            {
                return account;
            }
        }

        throw new LocalPostgresException(
            "PostgreSQL does not run as root, and this machine allows neither user namespaces (unshare) nor another account (setpriv). "
            + "Run as an ordinary user, or set ConnectionStrings__LocalOffer to a database of your own.");
    }

    public Task<CommandResult> RunAsync(IEnumerable<string> words, CancellationToken cancellationToken) =>
        Command.RunAsync([.. Prefix, .. words], cancellationToken);

    /// <summary>A cluster made by one account is given to the next, so it does not matter which way it was made. The server must not be running.</summary>
    public async Task TakeOverAsync(string folder, CancellationToken cancellationToken)
    {
        if (Owner is not null)
        {
            await Command.RunAsync(["chown", "--recursive", "--no-dereference", Owner, folder], cancellationToken);
        }
    }

    private async Task<bool> WorksAsync(CancellationToken cancellationToken) => (await RunAsync(["true"], cancellationToken)).Succeeded;
}
