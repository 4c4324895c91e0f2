using System.Buffers.Binary;

namespace Medway.LocalOffer.Content.Media;

/// <summary>
/// Takes out of a WebP what stands beside the picture: EXIF, XMP and colour profiles. The program that makes it writes a few words of its own
/// even when it is told to strip. Container: RFC 9649.
/// </summary>
internal static class WebpChunks
{
    private const int Head = 12;
    private const int ChunkHead = 8;

    // In the flags of VP8X: what the dropped chunks were announced by.
    private const byte Announced = 0b0010_1100;

    public static byte[] OnlyPicture(byte[] file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file, 0, Head);
        for (var at = Head; at + ChunkHead <= file.Length;)
        {
            var size = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 4)), (uint)(file.Length - at - ChunkHead));
            var whole = Math.Min(ChunkHead + size + (size & 1), file.Length - at);
            var chunk = file.AsSpan(at, whole);
            if (!chunk.StartsWith("EXIF"u8) && !chunk.StartsWith("XMP "u8) && !chunk.StartsWith("ICCP"u8))
            {
                var copy = chunk.ToArray();
                if (chunk.StartsWith("VP8X"u8))
                {
                    copy[ChunkHead] &= unchecked((byte)~Announced);
                }

                kept.Write(copy);
            }

            at += whole;
        }

        var result = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(4), (uint)(result.Length - ChunkHead));
        return result;
    }
}
