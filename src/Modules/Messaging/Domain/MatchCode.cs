using System.Security.Cryptography;

namespace Medway.LocalOffer.Messaging.Domain;

/// <summary>Stands on a letter and on its envelope, so that the wrong letter cannot go into an envelope unseen.</summary>
internal static class MatchCode
{
    public const int Length = 6;

    /// <summary>Without letters and figures that look alike on paper.</summary>
    private const string Letters = "ACDEFHJKMNPRTVWXY3479";

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>As people type it.</summary>
    public static string Normal(string? typed) => new([.. (typed ?? "").Take(40).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
}
