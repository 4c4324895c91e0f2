using System.Text.RegularExpressions;
using Medway.LocalOffer.People.Contracts;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>An e-mail address or a phone number, as somebody typed it. It goes to People and is not kept here.</summary>
internal sealed partial record TypedContact(ContactPointKind Kind, string Text)
{
    public const int Longest = 254;

    private const string Neither = "Type an e-mail address, like name@example.org, or a phone number, like 07700 900123";

    private const string NoEmail = "That e-mail address is not whole. Type it like name@example.org";

    private const string NoPhone =
        "We cannot reach that number. Type all the numbers of a UK phone, like 07700 900123. A phone from abroad begins with + and its country";

    /// <returns>Null when it is neither.</returns>
    public static TypedContact? Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        return text.Length > Longest ? null
            : EmailPattern.Fits(text) ? new(ContactPointKind.Email, text)
            : Phone().IsMatch(Digits(text)) ? new(ContactPointKind.Phone, text)
            : null;
    }

    /// <summary>What is wrong with a text that cannot be read.</summary>
    public static string Complaint(string? typed) =>
        typed is null or { Length: > Longest } ? Neither
        : typed.Contains('@', StringComparison.Ordinal) ? NoEmail
        : typed.Any(char.IsAsciiDigit) && !typed.Any(char.IsLetter) ? NoPhone
        : Neither;

    /// <summary>As people write it: with spaces, dashes, dots and brackets between.</summary>
    private static string Digits(string text) => string.Concat(text.Where(letter => !" -().".Contains(letter, StringComparison.Ordinal)));

    /// <summary>
    /// A UK number has ten digits after its 0 (some that begin with 1 or 8 have nine), and none begins with 00, 04 or 06. With + and another
    /// country: up to 15 digits.
    /// </summary>
    [GeneratedRegex(@"\A(?:(?:\+?440?|0)(?:[23579][0-9]{9}|[18][0-9]{8,9})|\+(?!44)[1-9][0-9]{7,14})\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Phone();
}
