using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Listings;

internal static class ListingsAudit
{
    public static readonly AuditEvent ServicesImported = new("listings.services-imported", "Services were added or changed from a file");

    public static readonly IReadOnlyList<AuditEvent> All = [ServicesImported];
}
