namespace Medway.LocalOffer.Platform.Web.Contact;

/// <summary>Makes a number that a phone can dial from one that people wrote.</summary>
public static class PhoneLink
{
    /// <param name="phone">For example "01634 332 468"; of "111, then press 2" only the number is dialled.</param>
    public static string Of(string phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return "tel:" + string.Concat(phone
            .TakeWhile(character => char.IsAsciiDigit(character) || character is '+' or ' ' or '(' or ')' or '-')
            .Where(character => char.IsAsciiDigit(character) || character == '+'));
    }
}
