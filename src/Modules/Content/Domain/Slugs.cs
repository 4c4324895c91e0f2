using System.Globalization;
using System.Text;

namespace Medway.LocalOffer.Content.Domain;

/// <summary>The last part of an address: lower case, digits and single hyphens.</summary>
internal static class Slugs
{
    public const int Longest = 80;

    /// <summary>Levels of a path at most; the database holds to it too.</summary>
    public const int Deepest = 10;

    public static bool IsSlug(string text) =>
        text.Length is > 0 and <= Longest
        && text[0] != '-'
        && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal)
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    /// <summary>"What's on?" becomes <c>whats-on</c>; empty when nothing readable is left.</summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var character in title.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark
                && character is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
    }

    /// <summary>What is wrong with it, whatever stands beside it; null when it is good.</summary>
    public static string? Problem(string slug) =>
        slug.Length == 0 ? "Write the last part of the address, for example short-breaks"
        : !IsSlug(slug) ? $"Use small letters, digits and single hyphens, at most {Longest} characters, for example short-breaks"
        : VariantKey.IsTwinSlug(slug)
            ? "Addresses that end so belong to Easy Read, large print, films, recordings and other languages. Choose another"
        : null;

    /// <summary>A path as it is stored: lower case, one slash in front, none at the end; null when it is none.</summary>
    public static string? Normal(string? typed)
    {
        var path = "/" + (typed ?? "").Trim().Trim('/').ToLowerInvariant();
        return path.Length is > 1 and <= 400 && path.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '_' or '.')
            && !path.Contains("//", StringComparison.Ordinal) ? path : null;
    }
}
