using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Medway.LocalOffer.Platform.Postgres;
using Npgsql;

namespace Medway.LocalOffer.Platform.Backups;

/// <summary>One of PostgreSQL's own programs at work. The password goes to it in its environment, never among its words.</summary>
internal sealed class PostgresTool : IDisposable
{
    /// <summary>What it says is for an operator; more than this is no help.</summary>
    private const int LongestSaying = 2000;

    private readonly Process process;
    private readonly Task<string> said;
    private readonly string name;

    private PostgresTool(Process process, string name)
    {
        (this.process, this.name) = (process, name);
        said = process.StandardError.ReadToEndAsync();
    }

    public Stream Input => process.StandardInput.BaseStream;

    public Stream Output => process.StandardOutput.BaseStream;

    public bool HasEnded => process.HasExited;

    /// <param name="folder">Of PostgreSQL's programs.</param>
    /// <param name="name">For example <c>pg_dump</c>.</param>
    /// <param name="words">What it is to do.</param>
    /// <param name="connection">Null for a program that speaks to no database.</param>
    public static PostgresTool Start(string folder, string name, IEnumerable<string> words, NpgsqlConnectionStringBuilder? connection)
    {
        var start = Command.StartInfo([Path.Combine(folder, name), .. words]);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        if (connection is not null)
        {
            start.Environment["PGHOST"] = connection.Host;
            start.Environment["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture);
            start.Environment["PGDATABASE"] = connection.Database;
            start.Environment["PGUSER"] = connection.Username;
            start.Environment["PGPASSWORD"] = connection.Password;
            if (connection.SslMode is not (SslMode.Prefer or SslMode.Allow))
            {
                start.Environment["PGSSLMODE"] = connection.SslMode switch
                {
                    SslMode.VerifyCA => "verify-ca",
                    SslMode.VerifyFull => "verify-full",
                    SslMode.Require => "require",
                    _ => "disable",
                };
            }
        }

        try
        {
            return new PostgresTool(Process.Start(start)!, name);
        }
        catch (Win32Exception missing)
        {
            throw new BackupException($"{name} could not be started from {folder}. Install PostgreSQL's client programs, or set PG_BIN to their folder. Nothing was touched.", missing);
        }
    }

    public Task EndAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    /// <exception cref="BackupException">It failed; with what it said.</exception>
    public async Task SucceedAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            var text = (await said).Trim();
            throw new BackupException($"{name} failed and said: {text[..Math.Min(text.Length, LongestSaying)]}");
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
