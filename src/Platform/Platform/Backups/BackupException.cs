namespace Medway.LocalOffer.Platform.Backups;

/// <summary>A backup is not made or not put back. The message says why and what to do, and whether anything was touched.</summary>
public sealed class BackupException : InvalidOperationException
{
    public BackupException()
    {
    }

    public BackupException(string message)
        : base(message)
    {
    }

    public BackupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
