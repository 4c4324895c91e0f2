using System.Text;

namespace Medway.LocalOffer.Platform.Imports;

/// <summary>Turns a file's bytes into text: UTF-8 when it is valid, else Windows-1252, which is what Excel's plain "CSV" writes in the UK.</summary>
internal static class CsvBytes
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, or why there is none.</summary>
    public static (string Text, string? Problem) Decode(ImportFile file)
    {
        if (file.Length == 0)
        {
            return ("", "The file is empty.");
        }

        if (file.Length > CsvTable.MaximumBytes)
        {
            return ("", "The file is bigger than 128 MB. Split it and load the parts one after the other.");
        }

        var content = file.ReadAll(CsvTable.MaximumBytes);

        // PostgreSQL stores no zero characters; UTF-16, which some programs call Unicode text, is full of them.
        if (content.AsSpan().Contains((byte)0))
        {
            return ("", "This is not a CSV file: it holds zero bytes. Save it as \"CSV UTF-8\" and try again.");
        }

        ReadOnlySpan<byte> bytes = content;
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var text = Decode(bytes);
        return string.IsNullOrWhiteSpace(text) ? ("", "The file is empty.") : (text, null);
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(bytes);
        }
    }
}
