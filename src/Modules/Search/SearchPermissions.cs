using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Search;

internal static class SearchPermissions
{
    public static readonly Permission Rebuild = new(
        "search.projection.rebuild", "Build the search projection and its word list anew", Roles.PlatformAdministrator);

    public static readonly IReadOnlyList<Permission> All = [Rebuild];
}
