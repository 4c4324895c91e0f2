using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>Makes plain text of what other directories publish: HTML, broken accents, signs that nobody sees.</summary>
internal static partial class FeedText
{
    /// <summary>Longer texts are cut before anything looks at them.</summary>
    private const int Longest = 50_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly HtmlParser Parser = new();

    /// <summary>One line without blanks at its ends; null when nothing readable is left.</summary>
    public static string? Plain(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        var text = Mended(written.Length > Longest ? written[..Longest] : written);
        if (text.AsSpan().IndexOfAny('<', '&') >= 0)
        {
            text = WithoutMarkup(text);
        }

        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                {
                    plain.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                plain.Append(character);
            }
        }

        return plain.ToString().TrimEnd() is { Length: > 0 } readable ? readable : null;
    }

    /// <summary>As it is, but for signs that cannot be stored or seen.</summary>
    public static string? Kept(string? written) =>
        written is not null && string.Concat(written.Where(character => !char.IsControl(character) || character is '\n' or '\r')) is { Length: > 0 } text ? text : null;

    /// <summary>Whole sentences up to so many letters; when the first alone is longer, its first words.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var sentence = text.AsSpan(0, longest).LastIndexOfAny('.', '!', '?');
        while (sentence > 0 && sentence + 1 < text.Length && text[sentence + 1] != ' ')
        {
            sentence = text.AsSpan(0, sentence).LastIndexOfAny('.', '!', '?');
        }

        if (sentence > longest / 4)
        {
            return text[..(sentence + 1)];
        }

        var word = text.LastIndexOf(' ', longest - 1);
        return text[..(word > 0 ? word : longest - 1)].TrimEnd() + "…";
    }

    /// <summary>UTF-8 that somebody once read as Windows-1252 ("â€™" for an apostrophe) is read again as what it was.</summary>
    private static string Mended(string text) => Foreign().Replace(text, run =>
    {
        try
        {
            return Strict.GetString(Windows1252.GetBytes(run.Value));
        }
        catch (ArgumentException)
        {
            return run.Value;
        }
    });

    private static string WithoutMarkup(string text)
    {
        using var document = Parser.ParseDocument("<!doctype html><body>" + Blocks().Replace(text, " $0"));
        foreach (var hidden in document.QuerySelectorAll("script, style, template, iframe, noscript, object, svg"))
        {
            hidden.Remove();
        }

        return document.Body?.TextContent ?? "";
    }

    [GeneratedRegex("[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{2,}")]
    private static partial Regex Foreign();

    [GeneratedRegex("</?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|section|article|table|blockquote|hr)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Blocks();
}
