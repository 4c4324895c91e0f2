namespace Medway.LocalOffer.Platform.Web.Contact;

/// <summary>Makes a number that a phone can dial from one that people wrote.</summary>
public static class PhoneLink
{
    /// <param name="phone">For example "01634 332 468"; everything but digits and a leading plus is dropped.</param>
    public static string Of(string phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return "tel:" + string.Concat(phone.Where((character, at) => char.IsAsciiDigit(character) || (character == '+' && at == 0)));
    }
}
