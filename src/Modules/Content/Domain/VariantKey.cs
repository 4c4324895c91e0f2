using System.Globalization;

namespace Medway.LocalOffer.Content.Domain;

/// <summary>The ways a document can be written: all words in English, Easy Read, or a language by its ISO 639 code.</summary>
internal static class VariantKey
{
    public const string Full = "full";
    public const string EasyRead = "easy_read";

    /// <summary>Last segment of an Easy Read twin's address; no page may be called so.</summary>
    public const string EasyReadSlug = "easy-read";

    /// <summary>Begins the last segment of a translation's address; no page may begin so.</summary>
    public const string LanguagePrefix = "lang-";

    public static bool IsLanguage(string key) => key is not Full and not EasyRead;

    public static bool IsKnown(string key) => key is Full or EasyRead || (key.Length is 2 or 3 && key.All(char.IsAsciiLetterLower));

    /// <summary>As <c>lang</c> says it in HTML.</summary>
    public static string Language(string key) => IsLanguage(key) ? key : "en-GB";

    public static bool IsRightToLeft(string key) => IsLanguage(key) && Culture(key) is { } culture && culture.TextInfo.IsRightToLeft;

    public static string AddressOf(string path, string key) => key switch
    {
        Full => path,
        EasyRead => $"{path}/{EasyReadSlug}",
        _ => $"{path}/{LanguagePrefix}{key}",
    };

    /// <summary>As staff read it.</summary>
    public static string Words(string key) => key switch
    {
        Full => "All words",
        EasyRead => "Easy Read",
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
