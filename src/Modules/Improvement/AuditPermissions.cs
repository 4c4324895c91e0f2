using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Improvement;

/// <summary>Who draws and writes down audits of quality. Whoever sees the plan sees what came of them, and never which record was drawn.</summary>
internal static class AuditPermissions
{
    public const string KeepName = "improvement.audits.keep";
    public const string ReportName = "improvement.audits.report";
    public const string NameGuestsName = "improvement.audits.name-guests";

    public static readonly Permission Keep = new(
        KeepName, "Draw samples for audits, and write down what was found", Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector);

    public static readonly Permission Report = new(
        ReportName, "Report back what an agency did about an audit; a guest for the agency that they speak for", Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector, Roles.PartnerGuest);

    public static readonly Permission NameGuests = new(NameGuestsName, "Write down which agency a guest speaks for", Roles.ProgrammeOffice);

    public static readonly IReadOnlyList<Permission> All = [Keep, Report, NameGuests];
}

internal static class AuditsAudit
{
    public static readonly AuditEvent Drawn = new("improvement.audit-drawn", "A sample for an audit was drawn");
    public static readonly AuditEvent Finished = new("improvement.audit-finished", "An audit was written down");
    public static readonly AuditEvent ReportedBack = new("improvement.audit-reported-back", "An agency reported back about an audit");

    public static readonly AuditEvent GuestNamed = new("improvement.guest-named", "Somebody speaks for an agency from now on");

    public static readonly IReadOnlyList<AuditEvent> All = [Drawn, Finished, ReportedBack, GuestNamed];
}
