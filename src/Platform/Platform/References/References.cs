using System.Security.Cryptography;

namespace Medway.LocalOffer.Platform.References;

/// <summary>
/// Makes and reads references such as <c>EHC-7F3K-2Q</c>: a prefix that says what it is, five random signs and a check sign. It means nothing,
/// so it may stand in a subject line or be read out. 6.4 million for each prefix: the caller keeps a unique index and makes another when one
/// is taken.
/// </summary>
public static class References
{
    /// <summary>
    /// Digits and consonants that cannot be mistaken for each other when read, heard or written by hand, and cannot spell a word. 23 is a
    /// prime, so that the check sign finds every single wrong sign and every two that changed places.
    /// </summary>
    private const string Signs = "2346789CDFGHJKMNPQRTVWX";

    private const int Random = 5;
    private const int FirstGroup = 4;

    /// <param name="prefix">Two to four capital letters, for example <c>EHC</c>.</param>
    public static string New(string prefix)
    {
        Require(prefix);
        var random = RandomNumberGenerator.GetString(Signs, Random);
        return Written(prefix, random + Check(random));
    }

    /// <summary>Reads what somebody typed: small letters, spaces and missing or other dashes are all right.</summary>
    /// <param name="prefix">That it must have, or that may be left out.</param>
    /// <param name="typed">As it was typed; may be anything.</param>
    /// <returns>The reference as it is written; null when it is none, or one sign is wrong.</returns>
    public static string? Read(string prefix, string? typed)
    {
        Require(prefix);
        var signs = new string([.. (typed ?? "").ToUpperInvariant().Where(char.IsLetterOrDigit)]);
        if (signs.Length == prefix.Length + Random + 1 && signs.StartsWith(prefix, StringComparison.Ordinal))
        {
            signs = signs[prefix.Length..];
        }

        return signs.Length == Random + 1 && signs.All(Signs.Contains) && Check(signs[..Random]) == signs[Random] ? Written(prefix, signs) : null;
    }

    /// <summary>Weights 2 to 6, all different and none a multiple of 23.</summary>
    private static char Check(string random) => Signs[random.Select((sign, i) => Signs.IndexOf(sign, StringComparison.Ordinal) * (i + 2)).Sum() % Signs.Length];

    private static string Written(string prefix, string signs) => $"{prefix}-{signs[..FirstGroup]}-{signs[FirstGroup..]}";

    private static void Require(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Length is < 2 or > 4 || !prefix.All(char.IsAsciiLetterUpper))
        {
            throw new ArgumentException("A prefix is two to four capital letters.", nameof(prefix));
        }
    }
}
