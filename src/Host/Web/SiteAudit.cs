using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Web;

internal static class SiteAudit
{
    public static readonly AuditEvent JobStarted = new("site.job-started", "A job was made due now by hand");

    public static readonly IReadOnlyList<AuditEvent> All = [JobStarted];
}
