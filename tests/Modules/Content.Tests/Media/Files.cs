using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Medway.LocalOffer.Content.Tests.Media;

/// <summary>Makes pictures and other files, good and bad.</summary>
internal static class Files
{
    /// <summary>What a camera might write beside a picture.</summary>
    public const string Secret = "51.3881N,0.5046E-home";

    public static byte[] Pdf => [.. "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n"u8];

    public static byte[] Png(int width, int height)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", Header(width, height));
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + (width * 3)];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    row[1 + (x * 3)] = (byte)x;
                    row[2 + (x * 3)] = (byte)y;
                }

                zlib.Write(row);
            }
        }

        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>Says that it is as large as this, and holds nothing.</summary>
    public static byte[] PngThatSays(int width, int height)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", Header(width, height));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A JPEG with a place in it, as phones write them.</summary>
    public static async Task<byte[]> JpegWithPlaceAsync(int width, int height)
    {
        var folder = Directory.CreateTempSubdirectory("lo-test-");
        try
        {
            var from = Path.Combine(folder.FullName, "a.png");
            var to = Path.Combine(folder.FullName, "a.jpg");
            await File.WriteAllBytesAsync(from, Png(width, height));
            using var process = Process.Start("vipsthumbnail", [from, "--size", $"{width}x{height}", "-o", to]);
            await process.WaitForExitAsync();
            var picture = await File.ReadAllBytesAsync(to);
            byte[] exif = [.. "Exif\0\0"u8, .. "MM\0*\0\0\0\u0008\0\0\0\0\0\0"u8, .. Encoding.ASCII.GetBytes(Secret)];
            var length = new byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
            return [0xFF, 0xD8, 0xFF, 0xE1, .. length, .. exif, .. picture[2..]];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Header(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 2;
        return header;
    }

    private static void Chunk(Stream file, string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var next in bytes)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return crc ^ 0xFFFFFFFFu;
    }
}
