using System.Globalization;

namespace Medway.LocalOffer.Content.Markdown;

/// <summary>Which way a language is read.</summary>
internal static class TextDirection
{
    /// <returns><c>rtl</c> or <c>ltr</c>, for the <c>dir</c> attribute. A language that nobody knows is read from the left.</returns>
    public static string Of(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).TextInfo.IsRightToLeft ? "rtl" : "ltr";
        }
        catch (CultureNotFoundException)
        {
            return "ltr";
        }
    }
}
