using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Platform.Backups;

/// <summary>
/// What a backup is locked with: a passphrase or a key, from a file (<c>Backup:KeyFile</c>) or the environment (<c>Backup__Key</c>), never from the command line,
/// which other accounts of the machine can read. Not the master key: whoever can open a backup must not be able to open what lies in it.
/// </summary>
public sealed class BackupSecret
{
    private const int Shortest = 20;

    private const string HowTo = "Put one into a file that only you can read (openssl rand -base64 32) and name the file with --key-file or Backup__KeyFile, or set Backup__Key.";

    private BackupSecret(string text) => Text = text;

    internal string Text { get; }

    /// <param name="configuration">Of the host.</param>
    /// <param name="file">Instead of the one that the configuration names.</param>
    /// <exception cref="BackupException">There is none, or it is too short; the message says what to do.</exception>
    public static BackupSecret Read(IConfiguration configuration, string? file)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if ((file ?? configuration["Backup:KeyFile"]) is { Length: > 0 } path)
        {
            return Of(File.Exists(path) ? File.ReadAllText(path) : throw new BackupException($"The key file {Path.GetFileName(path)} is not there. {HowTo}"), configuration);
        }

        return Of(configuration["Backup:Key"] ?? "", configuration);
    }

    private static BackupSecret Of(string text, IConfiguration configuration)
    {
        var secret = text.Trim();
        if (secret.Length == 0)
        {
            throw new BackupException($"There is no key for the backup. {HowTo}");
        }

        if (secret.Length < Shortest)
        {
            throw new BackupException($"The backup's key is shorter than {Shortest} letters. {HowTo}");
        }

        return secret == configuration["Protection:MasterKey"]?.Trim()
            ? throw new BackupException($"The backup's key is the master key. It must be another. {HowTo}")
            : new BackupSecret(secret);
    }
}
