using System.Buffers;
using System.Text;

namespace Medway.LocalOffer.Platform.Imports;

/// <summary>Turns a file's bytes into text: UTF-8 when it is valid, else Windows-1252, which is what Excel's plain "CSV" writes in the UK.</summary>
internal static class CsvBytes
{
    private const int PieceSize = 64 * 1024;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n\v\f"u8);
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text from its beginning, or why there is none. Only a look through the whole file tells how it is written; no more than a piece of it is in memory.</summary>
    public static (TextReader? Text, string? Problem) Open(ImportFile file)
    {
        if (file.Length == 0)
        {
            return (null, "The file is empty.");
        }

        if (file.Length > CsvTable.MaximumBytes)
        {
            return (null, "The file is bigger than 128 MB. Split it and load the parts one after the other.");
        }

        var look = Look(file);
        if (look.HasZeros)
        {
            // PostgreSQL stores no zero characters; UTF-16, which some programs call Unicode text, is full of them.
            return (null, "This is not a CSV file: it holds zero bytes. Save it as \"CSV UTF-8\" and try again.");
        }

        if (look.IsBlank)
        {
            return (null, "The file is empty.");
        }

        var stream = file.Open();
        if (look.HasMark)
        {
            stream.ReadExactly(stackalloc byte[Encoding.UTF8.Preamble.Length]);
        }

        return (new StreamReader(stream, look.IsUtf8 ? StrictUtf8 : Windows1252, detectEncodingFromByteOrderMarks: false, PieceSize), null);
    }

    private static (bool HasZeros, bool IsBlank, bool HasMark, bool IsUtf8) Look(ImportFile file)
    {
        using var stream = file.Open();
        var decoder = StrictUtf8.GetDecoder();
        var bytes = new byte[PieceSize];
        var letters = new char[StrictUtf8.GetMaxCharCount(PieceSize)];
        var (isBlank, hasMark, isUtf8) = (true, false, true);
        for (var isFirst = true; ; isFirst = false)
        {
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var piece = bytes.AsSpan(0, read);
            if (piece.Contains((byte)0))
            {
                return (true, false, false, false);
            }

            if (isFirst && piece.StartsWith(Encoding.UTF8.Preamble))
            {
                hasMark = true;
                piece = piece[Encoding.UTF8.Preamble.Length..];
            }

            isBlank = isBlank && piece.IndexOfAnyExcept(Blanks) < 0;
            isUtf8 = isUtf8 && IsUtf8(decoder, piece, letters, isLast: read < bytes.Length);
            if (read < bytes.Length)
            {
                return (false, isBlank, hasMark, isUtf8);
            }
        }
    }

    private static bool IsUtf8(Decoder decoder, ReadOnlySpan<byte> piece, Span<char> letters, bool isLast)
    {
        try
        {
            decoder.GetChars(piece, letters, flush: isLast);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
