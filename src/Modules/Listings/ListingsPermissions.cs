using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Listings;

internal static class ListingsPermissions
{
    public static readonly Permission ImportServices = new(
        "listings.services.import", "Load services from a file", Roles.LocalOfferOfficer, Roles.PlatformAdministrator);

    public static readonly IReadOnlyList<Permission> All = [ImportServices];
}
