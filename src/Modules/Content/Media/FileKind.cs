using System.Buffers.Binary;

namespace Medway.LocalOffer.Content.Media;

internal enum FileKind
{
    Unknown,
    Jpeg,
    Png,
    Webp,
    Pdf,
}

/// <summary>What a file is by its first bytes. Neither its name nor what the browser says of it is believed.</summary>
internal static class Sniffing
{
    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static FileKind KindOf(ReadOnlySpan<byte> file) =>
        file.StartsWith(PngStart) ? FileKind.Png
        : file is [0xFF, 0xD8, 0xFF, ..] ? FileKind.Jpeg
        : file.Length >= 16 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8) ? FileKind.Webp
        : file.StartsWith("%PDF-"u8) ? FileKind.Pdf
        : FileKind.Unknown;

    /// <summary>Width and height as the file itself gives them; null when it does not say, which a sound picture always does.</summary>
    public static (int Width, int Height)? SizeOf(FileKind kind, ReadOnlySpan<byte> file) => kind switch
    {
        FileKind.Png => SizeOfPng(file),
        FileKind.Jpeg => SizeOfJpeg(file),
        FileKind.Webp => SizeOfWebp(file),
        _ => null,
    };

    private static (int Width, int Height)? SizeOfPng(ReadOnlySpan<byte> file) => file.Length >= 24 && file[12..].StartsWith("IHDR"u8)
        ? Sound(BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..]))
        : null;

    private static (int Width, int Height)? SizeOfJpeg(ReadOnlySpan<byte> file)
    {
        // Segments follow one another until the one that begins a frame.
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                return Sound(BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }

    private static (int Width, int Height)? SizeOfWebp(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30)
        {
            return null;
        }

        var chunk = file[12..16];
        if (chunk.SequenceEqual("VP8X"u8))
        {
            return Sound(1u + Read24(file[24..]), 1u + Read24(file[27..]));
        }

        if (chunk.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(file[21..]);
            return Sound((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
        }

        return chunk.SequenceEqual("VP8 "u8)
            ? Sound(BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3FFFu, BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3FFFu)
            : null;
    }

    private static uint Read24(ReadOnlySpan<byte> bytes) => bytes[0] | ((uint)bytes[1] << 8) | ((uint)bytes[2] << 16);

    private static (int Width, int Height)? Sound(uint width, uint height) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? ((int)width, (int)height) : null;
}
