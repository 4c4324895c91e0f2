using Medway.LocalOffer.People.Contracts;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>An e-mail address or a phone number, as somebody typed it. It goes to People and is not kept here.</summary>
internal sealed record TypedContact(ContactPointKind Kind, string Text)
{
    public const int Longest = 254;

    public const string Complaint = "Type an e-mail address, like name@example.org, or a phone number, like 07700 900123";

    private const int FewestDigits = 10;
    private const int MostDigits = 15;

    /// <returns>Null when it is neither.</returns>
    public static TypedContact? Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > Longest || text.Any(char.IsControl))
        {
            return null;
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            var parts = text.Split('@');
            var isEmail = parts is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);
            return isEmail ? new(ContactPointKind.Email, text) : null;
        }

        var digits = text.Count(char.IsAsciiDigit);
        return digits is >= FewestDigits and <= MostDigits && text.All(letter => char.IsAsciiDigit(letter) || " +-().".Contains(letter, StringComparison.Ordinal))
            ? new(ContactPointKind.Phone, text)
            : null;
    }
}
