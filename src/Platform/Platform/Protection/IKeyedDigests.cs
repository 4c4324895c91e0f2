namespace Medway.LocalOffer.Platform.Protection;

/// <summary>
/// Digests that nobody can make or test without the host's master key: the MAC of an audit row, the digest of a personal value in the audit
/// trail, a blind index.
/// </summary>
public interface IKeyedDigests
{
    /// <param name="purpose">Keeps uses apart, for example <c>audit-row</c>; a digest for one purpose says nothing about another.</param>
    /// <param name="data">What is digested.</param>
    /// <returns>32 bytes, HMAC-SHA256 under a key derived (HKDF, RFC 5869) from the master key for that purpose.</returns>
    byte[] Of(string purpose, ReadOnlySpan<byte> data);
}
