using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts;

internal static class AccountsPermissions
{
    public static readonly IReadOnlyList<Permission> All = [];
}
