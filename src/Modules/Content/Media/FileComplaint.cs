using System.Globalization;

namespace Medway.LocalOffer.Content.Media;

/// <summary>What is wrong with a file that somebody sent, in words that say what to do.</summary>
internal static class FileComplaint
{
    public const string NoProgram =
        "Pictures cannot be added at the moment: the program that makes them smaller is not on this machine. Tell the people who run the site. PDFs can be added";

    /// <summary>Names by which a PDF runs or carries something (ISO 32000-1, 12.6.4). Not found in compressed parts: a PDF is given out to be saved, never shown.</summary>
    private static readonly byte[][] Active = [[.. "/JavaScript"u8], [.. "/JS"u8], [.. "/Launch"u8], [.. "/EmbeddedFile"u8], [.. "/RichMedia"u8]];

    public const string NotMade = "This picture cannot be read. Open it in a picture program, save it again as JPEG or PNG, and choose that";

    /// <param name="size">In bytes, as it was sent; of what is too big nothing else is read.</param>
    /// <returns>Null when it may be kept.</returns>
    public static string? Of(FileKind kind, string name, long size, byte[] content)
    {
        if (size == 0)
        {
            return "Choose a file";
        }

        if (size > MediaLimits.File)
        {
            return $"The file is too big: {SizeWords.Of(size)}, and {SizeWords.Of(MediaLimits.File)} is the most";
        }

        if (kind == FileKind.Unknown)
        {
            return "This is neither a picture (JPEG, PNG or WebP) nor a PDF. Save it as one of these and choose that";
        }

        if (!IsCalled(kind, name))
        {
            return $"The file is called {System.IO.Path.GetExtension(name)}, but inside it is a {kind.ToString().ToUpperInvariant()}. Give it its right name, or choose the file you meant";
        }

        if (kind == FileKind.Pdf)
        {
            return Active.FirstOrDefault(name => content.AsSpan().IndexOf(name) >= 0) is null
                ? null
                : "This PDF does something when it is opened: it holds a script, a program or another file. Save it as a plain PDF (“print to PDF”) and choose that";
        }

        return Sniffing.SizeOf(kind, content) is not var (width, height) ? NotMade
            : (long)width * height > MediaLimits.Pixels ? TooManyPixels((long)width * height)
            : null;
    }

    private static string TooManyPixels(long pixels) => string.Create(
        CultureInfo.InvariantCulture,
        $"The picture has {pixels / 1_000_000} million dots, and {MediaLimits.Pixels / 1_000_000} million is the most. Make it smaller first: 1,600 dots wide is enough");

    private static bool IsCalled(FileKind kind, string name) => System.IO.Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" or ".jpe" => kind == FileKind.Jpeg,
        ".png" => kind == FileKind.Png,
        ".webp" => kind == FileKind.Webp,
        ".pdf" => kind == FileKind.Pdf,
        "" => true,
        _ => false,
    };
}
