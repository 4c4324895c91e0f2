using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Medway.LocalOffer.Listings.Domain;

/// <summary>
/// Ids and addresses made from what a thing is called in its source. The same file loaded on two machines, or twice on one, then gives the
/// same ids, and a link or a saved favourite survives a fresh database.
/// </summary>
internal static class NaturalKey
{
    public const int MaximumSlugLength = 100;

    public static Guid Service(string externalId) => Id("listings/service/" + externalId);

    public static Guid Organisation(string slug) => Id("listings/organisation/" + slug);

    public static Guid Place(params IEnumerable<string> parts) =>
        Id("listings/place/" + string.Join('|', parts.Select(part => part.Trim().ToLowerInvariant())));

    /// <summary>Of what only the Open Referral feed names: a taxonomy, a term, a service at a place.</summary>
    public static Guid Feed(params IEnumerable<string> parts) => Id("listings/feed/" + string.Join('/', parts));

    /// <summary>"Medway Sport (Medway Council)" becomes <c>medway-sport-medway-council</c>; empty when nothing readable is left.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark
                && character is not ('\'' or '’')
                && slug.Length > 0
                && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var length = Math.Min(slug.Length, MaximumSlugLength);
        return slug.ToString(0, length).Trim('-');
    }

    public static bool IsSlug(string text) =>
        text.Length is > 0 and <= MaximumSlugLength
        && text[0] != '-'
        && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal)
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    /// <summary>Version 8 of RFC 9562: the bits are ours, and nobody will take them for a time.</summary>
    private static Guid Id(string key)
    {
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes[..16], bigEndian: true);
    }
}
