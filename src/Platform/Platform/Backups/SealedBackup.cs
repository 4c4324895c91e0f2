using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.Platform.Backups;

/// <summary>
/// A stream encrypted with AES-256-GCM in pieces. A head holds the salt, a check of the key and a check of the master key. Each piece is authenticated with the head, its own
/// number, its length and whether it is the last: pieces that are changed, exchanged, doubled or missing are found, and so is a file that was cut short or added to.
/// </summary>
internal sealed class SealedBackup
{
    private const int PieceSize = 1 << 20;
    private const int SaltSize = 16;
    private const int CheckSize = 16;
    private const int TagSize = 16;
    private const int NonceSize = 12;
    private const int FrameSize = sizeof(int) + 1;

    /// <summary>As OWASP advises for PBKDF2 with SHA-256 (2023).</summary>
    private const int Rounds = 600_000;

    private const string NotWhole = "The backup is not whole: it was cut short or changed. Take another copy. Nothing was touched.";

    private static readonly byte[] Magic = "local-offer-backup 1\n"u8.ToArray();
    private static readonly int HeadSize = Magic.Length + SaltSize + CheckSize + CheckSize;

    private readonly byte[] key;
    private readonly byte[] head;

    private SealedBackup(byte[] key, byte[] head) => (this.key, this.head) = (key, head);

    /// <summary>Writes all of a stream.</summary>
    public static async Task WriteAsync(Stream plain, Stream target, BackupSecret secret, MasterKey master, CancellationToken cancellationToken)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var (key, check) = Derive(secret, salt);
        byte[] head = [.. Magic, .. salt, .. check, .. MasterCheck(master, salt)];
        await target.WriteAsync(head, cancellationToken);
        var backup = new SealedBackup(key, head);

        var piece = new byte[PieceSize];
        var next = new byte[PieceSize];
        var length = await plain.ReadAtLeastAsync(piece, PieceSize, throwOnEndOfStream: false, cancellationToken);
        for (var number = 0L; ; number++)
        {
            var nextLength = length == PieceSize ? await plain.ReadAtLeastAsync(next, PieceSize, throwOnEndOfStream: false, cancellationToken) : 0;
            await target.WriteAsync(backup.Seal(piece.AsSpan(0, length), number, isLast: nextLength == 0), cancellationToken);
            if (nextLength == 0)
            {
                return;
            }

            (piece, next, length) = (next, piece, nextLength);
        }
    }

    /// <summary>Opens all of it, piece by piece. The target has a piece only after the piece was found whole; that all are there is known at the end.</summary>
    /// <exception cref="BackupException">Another key, another master key, or it is not whole.</exception>
    public static async Task ReadAsync(Stream source, Stream target, BackupSecret secret, IReadOnlyList<MasterKey> masters, CancellationToken cancellationToken)
    {
        var head = new byte[HeadSize];
        if (await source.ReadAtLeastAsync(head, HeadSize, throwOnEndOfStream: false, cancellationToken) < HeadSize || !head.AsSpan().StartsWith(Magic))
        {
            throw new BackupException("This file is not a backup of this product. Nothing was touched.");
        }

        var salt = head[Magic.Length..(Magic.Length + SaltSize)];
        var (key, check) = Derive(secret, salt);
        if (!CryptographicOperations.FixedTimeEquals(check, head.AsSpan(Magic.Length + SaltSize, CheckSize)))
        {
            throw new BackupException("This key does not open this backup: it was made with another one. Nothing was touched.");
        }

        if (!masters.Any(master => CryptographicOperations.FixedTimeEquals(MasterCheck(master, salt), head.AsSpan(HeadSize - CheckSize))))
        {
            throw new BackupException(
                "This backup belongs to another master key: nothing in it could be read here. Set the master key of its day in Protection__MasterKey, or in Protection__OldMasterKeys__0. Nothing was touched.");
        }

        await new SealedBackup(key, head).OpenAsync(source, target, cancellationToken);
    }

    private async Task OpenAsync(Stream source, Stream target, CancellationToken cancellationToken)
    {
        var frame = new byte[FrameSize];
        for (var number = 0L; ; number++)
        {
            if (await source.ReadAtLeastAsync(frame, FrameSize, throwOnEndOfStream: false, cancellationToken) < FrameSize)
            {
                throw new BackupException(NotWhole);
            }

            var length = BinaryPrimitives.ReadInt32BigEndian(frame);
            if (length is < 0 or > PieceSize)
            {
                throw new BackupException(NotWhole);
            }

            var stored = new byte[length + TagSize];
            if (await source.ReadAtLeastAsync(stored, stored.Length, throwOnEndOfStream: false, cancellationToken) < stored.Length)
            {
                throw new BackupException(NotWhole);
            }

            await target.WriteAsync(Open(stored, number, frame), cancellationToken);
            if (frame[^1] == 1)
            {
                break;
            }
        }

        if (await source.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, cancellationToken) > 0)
        {
            throw new BackupException(NotWhole);
        }
    }

    private byte[] Seal(ReadOnlySpan<byte> plain, long number, bool isLast)
    {
        var sealedPiece = new byte[FrameSize + plain.Length + TagSize];
        BinaryPrimitives.WriteInt32BigEndian(sealedPiece, plain.Length);
        sealedPiece[FrameSize - 1] = isLast ? (byte)1 : (byte)0;
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(Nonce(number), plain, sealedPiece.AsSpan(FrameSize, plain.Length), sealedPiece.AsSpan(FrameSize + plain.Length), Bound(sealedPiece.AsSpan(0, FrameSize)));
        return sealedPiece;
    }

    private byte[] Open(byte[] stored, long number, byte[] frame)
    {
        var plain = new byte[stored.Length - TagSize];
        using var aes = new AesGcm(key, TagSize);
        try
        {
            aes.Decrypt(Nonce(number), stored.AsSpan(0, plain.Length), stored.AsSpan(plain.Length), plain, Bound(frame));
            return plain;
        }
        catch (CryptographicException changed)
        {
            throw new BackupException(NotWhole, changed);
        }
    }

    private byte[] Bound(ReadOnlySpan<byte> frame) => [.. head, .. frame];

    /// <summary>The piece's number: each backup has a key of its own, so none comes twice.</summary>
    private static byte[] Nonce(long number)
    {
        var nonce = new byte[NonceSize];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceSize - sizeof(long)), number);
        return nonce;
    }

    private static (byte[] Key, byte[] Check) Derive(BackupSecret secret, byte[] salt)
    {
        var root = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(secret.Text), salt, Rounds, HashAlgorithmName.SHA256, 32);
        return (HKDF.DeriveKey(HashAlgorithmName.SHA256, root, 32, info: "backup-key"u8.ToArray()), HKDF.DeriveKey(HashAlgorithmName.SHA256, root, CheckSize, info: "backup-check"u8.ToArray()));
    }

    private static byte[] MasterCheck(MasterKey master, byte[] salt) => HMACSHA256.HashData(master.Derive("backup-master-check"), salt)[..CheckSize];
}
