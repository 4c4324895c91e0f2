using System.Buffers.Binary;
using System.Security.Cryptography;
using Medway.LocalOffer.Audit.Data;
using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.Audit.Sealing;

/// <summary>The hash of one seal while its entries go by, so that a seal of any size takes the same memory.</summary>
internal sealed class SealHash : IDisposable
{
    public static readonly byte[] BeforeTheFirst = new byte[SHA256.HashSizeInBytes];

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public SealHash(byte[] previous) => hash.AppendData(previous);

    public void Add(Guid id, byte[] mac)
    {
        Span<byte> head = stackalloc byte[20];
        id.TryWriteBytes(head, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(head[16..], mac.Length);
        hash.AppendData(head);
        hash.AppendData(mac);
    }

    public byte[] End() => hash.GetHashAndReset();

    public void Dispose() => hash.Dispose();

    /// <summary>The code over a seal. All parts have a fixed length, so nothing has to be said between them.</summary>
    public static byte[] MacOf(Seal seal, IKeyedDigests digests)
    {
        using var bytes = new MemoryStream(160);
        using (var writer = new BinaryWriter(bytes))
        {
            writer.Write(seal.Number);
            writer.Write(seal.Day.DayNumber);
            writer.Write(seal.SealedAt.UtcTicks);
            writer.Write(seal.Entries);
            writer.Write(seal.Total);
            writer.Write(seal.FirstEntry.ToByteArray(bigEndian: true));
            writer.Write(seal.LastEntry.ToByteArray(bigEndian: true));
            writer.Write(seal.PreviousHash);
            writer.Write(seal.Hash);
        }

        return digests.Of("audit-seal", bytes.ToArray());
    }
}
