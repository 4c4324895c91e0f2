namespace Medway.LocalOffer.Platform.Protection;

/// <summary>Protected data cannot be read or written. The message says what to do and never holds a value or a key.</summary>
public sealed class ProtectionException : InvalidOperationException
{
    public ProtectionException()
    {
    }

    public ProtectionException(string message)
        : base(message)
    {
    }

    public ProtectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
