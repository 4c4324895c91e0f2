namespace Medway.LocalOffer.Platform.Postgres;

/// <summary>The local database cannot be had. The message says what to do about it, so a program prints it without a stack trace.</summary>
public sealed class LocalPostgresException : Exception
{
    public LocalPostgresException()
    {
    }

    public LocalPostgresException(string message)
        : base(message)
    {
    }

    public LocalPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
