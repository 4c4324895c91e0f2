using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Improvement;

/// <summary>Who writes down who was asked, the charter and briefings. Whoever sees the plan reads them.</summary>
internal static class VoicePermissions
{
    public const string KeepName = "improvement.voices.keep";

    public static readonly Permission Keep = new(
        KeepName, "Write down who was asked and what changed, the co-production charter, and briefings of professionals", Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector);

    public static readonly IReadOnlyList<Permission> All = [Keep];
}

internal static class VoicesAudit
{
    public static readonly AuditEvent EngagementRecorded = new("improvement.engagement-recorded", "It was written down who was asked about the improvement plan");
    public static readonly AuditEvent ChangeRecorded = new("improvement.engagement-changed", "It was written down what changed because somebody was asked");
    public static readonly AuditEvent CharterWritten = new("improvement.charter-written", "A co-production charter was written down");
    public static readonly AuditEvent CharterSigned = new("improvement.charter-signed", "Somebody signed the co-production charter");
    public static readonly AuditEvent CharterLooked = new("improvement.charter-looked", "Somebody looked whether the co-production charter is kept");
    public static readonly AuditEvent Briefed = new("improvement.briefing-recorded", "A briefing of professionals was written down");

    public static readonly IReadOnlyList<AuditEvent> All = [EngagementRecorded, ChangeRecorded, CharterWritten, CharterSigned, CharterLooked, Briefed];
}
