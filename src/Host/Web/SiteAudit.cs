using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Web;

internal static class SiteAudit
{
    public static readonly AuditEvent JobStarted = new("site.job-started", "A job was made due now by hand");

    public static readonly AuditEvent RemindersTriedAgain = new("site.reminders-tried-again", "Reminders that had been given up were given all their tries again");

    public static readonly IReadOnlyList<AuditEvent> All = [JobStarted, RemindersTriedAgain];
}
