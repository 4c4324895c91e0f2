using System.Globalization;
using Medway.LocalOffer.Content.Markdown;

namespace Medway.LocalOffer.Content.Domain;

/// <summary>The ways a document can be written: all words in English, Easy Read, or a language by its ISO 639 code.</summary>
internal static class VariantKey
{
    public const string Full = "full";
    public const string EasyRead = "easy_read";

    /// <summary>A film in British Sign Language, with its words.</summary>
    public const string Signed = "bsl";

    /// <summary>A recording, with its words.</summary>
    public const string Audio = "audio";

    /// <summary>Last segment of the address at which any way of writing stands in large letters, for paper.</summary>
    public const string LargePrintSlug = "large-print";

    private const string EasyReadSlug = "easy-read";

    private const string LanguagePrefix = "lang-";

    public static bool IsLanguage(string key) => key is not Full and not EasyRead and not Signed and not Audio;

    public static bool IsKnown(string key) => key is Full or EasyRead or Audio || (key.Length is 2 or 3 && key.All(char.IsAsciiLetterLower));

    public static TextKind KindOf(string key) => key == EasyRead ? TextKind.EasyRead : TextKind.Full;

    /// <summary>As <c>lang</c> says it in HTML.</summary>
    public static string Language(string key) => IsLanguage(key) ? key : "en-GB";

    public static bool IsRightToLeft(string key) => IsLanguage(key) && Culture(key) is { } culture && culture.TextInfo.IsRightToLeft;

    public static string AddressOf(string path, string key) => key switch
    {
        Full => path,
        EasyRead => $"{path}/{EasyReadSlug}",
        Signed or Audio => $"{path}/{key}",
        _ => $"{path}/{LanguagePrefix}{key}",
    };

    /// <summary>Whether the last segment of an address says how a page is written: no page may be called so.</summary>
    public static bool IsTwinSlug(string slug) => slug is EasyReadSlug or LargePrintSlug or Signed or Audio || slug.StartsWith(LanguagePrefix, StringComparison.Ordinal);

    /// <summary>What the last segment of an address says: the full words, unless it is one of those above.</summary>
    public static string OfSlug(string slug) => slug switch
    {
        EasyReadSlug => EasyRead,
        Signed or Audio => slug,
        _ => slug.StartsWith(LanguagePrefix, StringComparison.Ordinal) ? slug[LanguagePrefix.Length..] : Full,
    };

    /// <summary>As staff read it.</summary>
    public static string Words(string key) => key switch
    {
        Full => "All words",
        EasyRead => "Easy Read",
        Signed => "British Sign Language",
        Audio => "Recording",
        _ => Culture(key)?.EnglishName ?? key,
    };

    /// <summary>As its readers call it.</summary>
    public static string OwnName(string key) => IsLanguage(key) ? Culture(key)?.NativeName ?? key : Words(key);

    private static CultureInfo? Culture(string key)
    {
        try
        {
            return CultureInfo.GetCultureInfo(key);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
