using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Medway.LocalOffer.Platform.Files;

/// <param name="MediaType">For example <c>application/pdf</c>.</param>
/// <param name="Words">As people call it, for example <c>PDF</c>.</param>
/// <param name="Extension">With its dot.</param>
public sealed record FileType(string MediaType, string Words, string Extension);

/// <summary>The types that the product can tell by their bytes. A name and what a browser says are never believed.</summary>
public static class FileTypes
{
    public static readonly FileType Pdf = new("application/pdf", "PDF", ".pdf");
    public static readonly FileType Png = new("image/png", "PNG picture", ".png");
    public static readonly FileType Jpeg = new("image/jpeg", "JPEG picture", ".jpg");
    public static readonly FileType Gif = new("image/gif", "GIF picture", ".gif");
    public static readonly FileType Webp = new("image/webp", "WebP picture", ".webp");
    public static readonly FileType Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document", ".docx");
    public static readonly FileType Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel sheet", ".xlsx");
    public static readonly FileType Pptx = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint slides", ".pptx");
    public static readonly FileType Odt = new("application/vnd.oasis.opendocument.text", "OpenDocument text", ".odt");
    public static readonly FileType Mp3 = new("audio/mpeg", "MP3 recording", ".mp3");
    public static readonly FileType Text = new("text/plain", "plain text", ".txt");

    /// <summary>What a page may show.</summary>
    public static readonly IReadOnlyList<FileType> Pictures = [Png, Jpeg, Gif, Webp];

    /// <summary>What people send as a document.</summary>
    public static readonly IReadOnlyList<FileType> Documents = [Pdf, Docx, Odt, Text];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<FileType> All = [Pdf, Png, Jpeg, Gif, Webp, Docx, Xlsx, Pptx, Odt, Mp3, Text];

    /// <summary>Bytes that decide; plain text is looked at whole.</summary>
    private const int HeadSize = 16;

    /// <summary>Entries of an Office file that name its type. One with a macro is no type of ours.</summary>
    private static readonly (string Entry, FileType Type)[] Office =
        [("word/document.xml", Docx), ("xl/workbook.xml", Xlsx), ("ppt/presentation.xml", Pptx)];

    /// <summary>The type of what the stream holds; null when it is none of these. The stream stands at its beginning afterwards.</summary>
    public static FileType? Sniff(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Position = 0;
        Span<byte> room = stackalloc byte[HeadSize];
        var head = room[..content.ReadAtLeast(room, HeadSize, throwOnEndOfStream: false)];
        content.Position = 0;
        var type = head switch
        {
            _ when head.StartsWith("%PDF-"u8) => Pdf,
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => Gif,
            _ when head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8) => Webp,
            _ when head.StartsWith("ID3"u8) => Mp3,

            // A frame of MPEG-1 or MPEG-2, layer III, with or without a checksum.
            [0xFF, 0xFA or 0xFB or 0xF2 or 0xF3, ..] => Mp3,
            [0x50, 0x4B, 0x03, 0x04, ..] => OfZip(content),
            _ => OfText(content),
        };
        content.Position = 0;
        return type;
    }

    private static FileType? OfZip(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            {
                return null;
            }

            if (zip.GetEntry("mimetype") is { Length: < 100 } named)
            {
                using var reader = new StreamReader(named.Open(), Encoding.ASCII);
                return reader.ReadToEnd() == Odt.MediaType ? Odt : null;
            }

            return Office.FirstOrDefault(office => zip.GetEntry(office.Entry) is not null).Type;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>UTF-8 without signs that cannot be seen, and nothing that a browser would take for a page or a drawing.</summary>
    private static FileType? OfText(Stream content)
    {
        if (content.Length > IFiles.LargestFile)
        {
            return null;
        }

        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        var hasControls = bytes.AsSpan().IndexOfAnyInRange((byte)0x00, (byte)0x08) >= 0 || bytes.AsSpan().IndexOfAnyInRange((byte)0x0E, (byte)0x1F) >= 0;
        return hasControls || !Utf8.IsValid(bytes) || Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF', ' ', '\r', '\n', '\t') is ['<', ..] ? null : Text;
    }
}
