using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Register.Domain;

/// <summary>Where a child lives, as far as the register keeps it: the first part of the postcode. The whole address is in People.</summary>
internal static partial class Area
{
    public const int Maximum = 4;

    /// <returns>The first part of a whole postcode; null when it is none.</returns>
    public static string? Of(string? postcode)
    {
        var plain = string.Concat((postcode ?? "").Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        return Whole().IsMatch(plain) ? plain[..^3] : null;
    }

    [GeneratedRegex(@"\A[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Whole();
}
