namespace Medway.LocalOffer.Platform.Postgres;

/// <summary>How a local server keeps its data.</summary>
public sealed record LocalPostgresOptions
{
    /// <summary>For tests: nothing is forced to disk, and the data folder is deleted when the server stops.</summary>
    public bool ThrowAway { get; init; }

    /// <summary>As whom the server runs; null chooses.</summary>
    internal ServerAccount? Account { get; init; }

    internal IEnumerable<string> ServerSettings =>
    [
        "listen_addresses=",
        "unix_socket_permissions=0700",

        // The server's log must not hold what people typed: no statements, and no rows in the details of an error.
        "log_min_error_statement=panic",
        "log_error_verbosity=terse",
        .. ThrowAway
            ? (string[])["fsync=off", "synchronous_commit=off", "full_page_writes=off", "jit=off", "max_connections=200"]
            : [],
    ];
}
