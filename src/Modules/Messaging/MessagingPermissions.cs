using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Messaging;

internal static class MessagingPermissions
{
    public const string ReadLedgerName = "messaging.ledger.read";
    public const string DecideName = "messaging.messages.decide";
    public const string StopName = "messaging.switches.pull";
    public const string TestName = "messaging.test.send";
    public const string ReadVolumesName = "messaging.volumes.read";
    public const string ReadSinkName = "messaging.sink.read";
    public const string WriteTemplatesName = "messaging.templates.write";
    public const string ApproveTemplatesName = "messaging.templates.approve";
    public const string PrintName = "messaging.letters.print";
    public const string ReachHiddenName = "messaging.hidden-contacts.reach";
    public const string CallName = "messaging.calls.make";
    public const string MakeFormatsName = "messaging.formats.make";
    public const string PlanNewsName = "messaging.calendar.plan";

    public static readonly Permission ReadLedger = new(
        ReadLedgerName, "See what was sent, what waits and what failed, without names",
        Roles.TeamManager, Roles.DutyLead, Roles.HeadOfSend, Roles.PlatformAdministrator, Roles.DataProtectionOfficer);

    public static readonly Permission Decide = new(
        DecideName, "Decide about messages that are held or stuck", Roles.TeamManager, Roles.DutyLead);

    public static readonly Permission Stop = new(
        StopName, "Stop messages at once: all, of a template, or for a person", Roles.TeamManager, Roles.DutyLead, Roles.HeadOfSend, Roles.PlatformAdministrator);

    public static readonly Permission Test = new(TestName, "Send a test message to yourself", Roles.TeamManager, Roles.PlatformAdministrator);

    public static readonly Permission ReadVolumes = new(
        ReadVolumesName, "See how many messages left and what they cost",
        Roles.TeamManager, Roles.HeadOfSend, Roles.AssistantDirector, Roles.ProgrammeOffice, Roles.Analyst, Roles.PlatformAdministrator);

    public static readonly Permission ReadSink = new(
        ReadSinkName, "Read the sink, where messages go when no way out is set up (never in production)",
        Roles.TeamManager, Roles.DutyLead, Roles.EhcCoordinator);

    public static readonly Permission WriteTemplates = new(
        WriteTemplatesName, "Write the words of messages", Roles.TeamManager, Roles.Editor, Roles.LocalOfferOfficer);

    public static readonly Permission ApproveTemplates = new(
        ApproveTemplatesName, "Approve words of messages that somebody else wrote", Roles.TeamManager, Roles.LocalOfferOfficer);

    public static readonly Permission Print = new(
        PrintName, "Print, match, release and post letters", Roles.TeamManager, Roles.EhcCoordinator, Roles.RegisterOfficer, Roles.DutyLead);

    /// <summary>Who may see a hidden address on the record is the only one who may see it on a letter (back-office §4.1, P4).</summary>
    public static readonly Permission ReachHidden = new(ReachHiddenName, "Print letters and make calls to people whose address is hidden", Roles.DutyLead);

    public static readonly Permission Call = new(
        CallName, "Make calls and meetings that messages ask for", Roles.TeamManager, Roles.EhcCoordinator, Roles.RegisterOfficer, Roles.DutyLead);

    public static readonly Permission MakeFormats = new(
        MakeFormatsName, "Make messages in Braille, as recordings or in British Sign Language", Roles.TeamManager, Roles.EhcCoordinator, Roles.RegisterOfficer);

    public static readonly Permission PlanNews = new(
        PlanNewsName, "Plan newsletters and consultations, and send news", Roles.LocalOfferOfficer, Roles.Publisher, Roles.ProgrammeOffice);

    public static readonly IReadOnlyList<Permission> All =
        [ReadLedger, Decide, Stop, Test, ReadVolumes, ReadSink, WriteTemplates, ApproveTemplates, Print, ReachHidden, Call, MakeFormats, PlanNews];
}
