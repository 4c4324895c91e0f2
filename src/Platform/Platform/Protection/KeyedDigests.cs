using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Medway.LocalOffer.Platform.Protection;

internal sealed class KeyedDigests(MasterKey master) : IKeyedDigests
{
    private readonly ConcurrentDictionary<string, byte[]> keys = new(StringComparer.Ordinal);

    public byte[] Of(string purpose, ReadOnlySpan<byte> data) =>
        HMACSHA256.HashData(keys.GetOrAdd(purpose, name => master.Derive("digest:" + name)), data);
}
