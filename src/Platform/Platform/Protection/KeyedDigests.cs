using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>Under the data key for digests rather than the master key itself: so the master key can be replaced and old digests still hold.</summary>
internal sealed class KeyedDigests(DataKeys keys) : IKeyedDigests, IBlindIndex
{
    private const int IndexSize = 16;

    private readonly ConcurrentDictionary<string, byte[]> derived = new(StringComparer.Ordinal);

    public byte[] Of(string purpose, ReadOnlySpan<byte> data) => HMACSHA256.HashData(derived.GetOrAdd("digest:" + purpose, Derive), data);

    public byte[] Of(string field, string normalised) =>
        HMACSHA256.HashData(derived.GetOrAdd("blind-index:" + field, Derive), Encoding.UTF8.GetBytes(normalised))[..IndexSize];

    private byte[] Derive(string purpose) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, keys.Current(KeyUse.Digest).Bytes, HMACSHA256.HashSizeInBytes, info: Encoding.UTF8.GetBytes(purpose));
}
