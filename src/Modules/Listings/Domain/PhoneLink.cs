namespace Medway.LocalOffer.Listings.Domain;

/// <summary>A phone number as a link that a phone can dial, from here or from abroad.</summary>
internal static class PhoneLink
{
    /// <summary>"01634 332 468" becomes <c>tel:+441634332468</c>; a short number such as 111 stays as it is.</summary>
    public static string Href(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return phone.TrimStart().StartsWith('+') ? "tel:+" + digits
            : digits.StartsWith('0') ? "tel:+44" + digits[1..]
            : "tel:" + digits;
    }
}
