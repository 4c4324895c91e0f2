using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web.Contact;

namespace Medway.LocalOffer.Platform.Web.Frame;

/// <summary>Facts about the site itself. Numbers have no default: an unset one prints "ask the council" until somebody confirms it.</summary>
public static class SiteSettings
{
    /// <summary>What PhoneLink can dial: a short one as 111 too.</summary>
    private const int FewestDigits = 3;

    public static readonly Setting<string> Partnership = new(
        "site.partnership",
        "Made by Medway Council, NHS Kent and Medway and local families.",
        "The sentence in the footer that names who runs the site; end it with a full stop.",
        isPublic: true);

    public static readonly Setting<string?> FamilyInformationPhone = new(
        "site.family-information-phone", null, "Phone number of the Family Information Service.", isPublic: true, complaint: PhoneComplaint);

    public static readonly Setting<string?> SenTeamPhone = new(
        "site.sen-team-phone", null, "Phone number of the council's SEN team.", isPublic: true, complaint: PhoneComplaint);

    public static readonly Setting<string?> SendiassPhone = new(
        "site.sendiass-phone", null, "Phone number of Medway SENDIASS.", isPublic: true, complaint: PhoneComplaint);

    /// <summary>Shown with a 500 and a 503, when nothing else on the page can be trusted to work.</summary>
    public static readonly Setting<string?> CouncilPhone = new(
        "site.council-phone", null, "Phone number of Medway Council's contact centre.", isPublic: true, complaint: PhoneComplaint);

    /// <summary>For feeds and sitemaps, which need whole addresses. Unset, the address that the site was asked under stands in.</summary>
    public static readonly Setting<string> Address = new(
        "site.address", "", "The site's own address, for example https://localoffer.example.org, for search engines. Empty: the address a visitor used.",
        isPublic: true, complaint: AddressComplaint);

    public static readonly IReadOnlyList<Setting> All = [Partnership, Address, FamilyInformationPhone, SenTeamPhone, SendiassPhone, CouncilPhone];

    private static string? AddressComplaint(string? address) =>
        string.IsNullOrEmpty(address) || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.PathAndQuery == "/")
            ? null
            : "Type an address that begins with https:// and has nothing after the name, or leave the box empty.";

    private static string? PhoneComplaint(string? phone) =>
        phone is null || PhoneLink.Of(phone).Count(char.IsAsciiDigit) >= FewestDigits
            ? null
            : "Type a phone number as people write it, for example 01634 000000, or leave the box empty if nobody has confirmed it.";
}
