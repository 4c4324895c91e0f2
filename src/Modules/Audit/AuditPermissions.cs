using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Audit;

internal static class AuditPermissions
{
    public static readonly IReadOnlyList<Permission> All = [];
}
