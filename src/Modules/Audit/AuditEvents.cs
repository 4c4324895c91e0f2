using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Audit;

internal static class AuditEvents
{
    public static readonly AuditEvent Viewed = new("audit.entries-viewed", "The audit trail was looked at");

    public static readonly AuditEvent Exported = new("audit.entries-exported", "A part of the audit trail was saved as a file");

    public static readonly IReadOnlyList<AuditEvent> All = [Viewed, Exported];
}
