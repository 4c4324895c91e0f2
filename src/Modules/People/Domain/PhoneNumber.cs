using System.Text.RegularExpressions;
using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.People.Domain;

/// <summary>Phone numbers by Ofcom's National Telephone Numbering Plan, and those of other countries by ITU-T E.164.</summary>
internal static partial class PhoneNumber
{
    public static ContactText Read(string text)
    {
        if (text.Any(letter => letter is not ('+' or '(' or ')' or '-' or '.' or ' ' or '\u00a0') && !char.IsDigit(letter)) || text.LastIndexOf('+') > 0)
        {
            return ContactText.Wrong("Type the phone number in digits, like 07700 900123");
        }

        var number = Normalised.Phone(text);
        return number switch
        {
            "999" or "112" or "111" or "101" => ContactText.Wrong("That is a number for emergencies and advice, not this person’s"),
            _ when number.StartsWith("070", StringComparison.Ordinal) || number.StartsWith("09", StringComparison.Ordinal) =>
                ContactText.Wrong("Numbers that begin with 070 or 09 cost a lot to ring. Ask for another one"),
            _ when Home().IsMatch(number) || Abroad().IsMatch(number) => ContactText.Right(number),
            _ => ContactText.Wrong("That is not a whole phone number. A UK number has 11 digits, like 07700 900123. One from abroad begins with + and its country"),
        };
    }

    /// <summary>Whether a text message can be sent to it. The 076 numbers are pagers, but for the Isle of Man's 07624.</summary>
    public static bool TakesTexts(string number) => Mobile().IsMatch(number);

    [GeneratedRegex(@"\A0(?:[2357][0-9]{9}|1[0-9]{8,9}|80[0-9]{7,8})\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Home();

    [GeneratedRegex(@"\A00(?!44)[1-9][0-9]{7,14}\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Abroad();

    [GeneratedRegex(@"\A07(?:[1-57-9][0-9]|624)[0-9]+\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Mobile();
}
