using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>
/// AES-256-GCM as it is stored: a byte for the format, the key's number, a random nonce, the ciphertext, the tag. The place it belongs to is
/// authenticated but not stored, so that a value moved elsewhere does not open.
/// </summary>
internal static class Sealing
{
    public const byte Format = 1;

    /// <summary>Format and key number: what says which key a stored value needs.</summary>
    public const int HeaderSize = 1 + sizeof(int);

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Overhead = HeaderSize + NonceSize + TagSize;

    public static byte[] Header(int keyNumber)
    {
        var header = new byte[HeaderSize];
        header[0] = Format;
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(1), keyNumber);
        return header;
    }

    /// <returns>Null when this is not something that was sealed.</returns>
    public static int? KeyNumberOf(ReadOnlySpan<byte> sealedBytes) =>
        sealedBytes.Length >= Overhead && sealedBytes[0] == Format ? BinaryPrimitives.ReadInt32BigEndian(sealedBytes[1..]) : null;

    public static byte[] Seal(byte[] key, int keyNumber, ReadOnlySpan<byte> place, ReadOnlySpan<byte> plain)
    {
        var result = new byte[Overhead + plain.Length];
        Header(keyNumber).CopyTo(result, 0);
        var nonce = result.AsSpan(HeaderSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, result.AsSpan(HeaderSize + NonceSize, plain.Length), result.AsSpan(result.Length - TagSize), Bound(result, place));
        return result;
    }

    /// <exception cref="CryptographicException">Another key, another place, or somebody changed a byte.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> place, ReadOnlySpan<byte> sealedBytes)
    {
        var plain = new byte[sealedBytes.Length - Overhead];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(
            sealedBytes.Slice(HeaderSize, NonceSize),
            sealedBytes.Slice(HeaderSize + NonceSize, plain.Length),
            sealedBytes[^TagSize..],
            plain,
            Bound(sealedBytes, place));
        return plain;
    }

    /// <summary>The header too is authenticated.</summary>
    private static byte[] Bound(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> place) => [.. sealedBytes[..HeaderSize], .. place];
}
