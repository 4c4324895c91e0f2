using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Improvement;

/// <summary>Nothing in this module is about a child, so guests of the partnership may read all of it.</summary>
internal static class ImprovementPermissions
{
    public const string SeeName = "improvement.plan.see";
    public const string UpdateName = "improvement.parts.update";
    public const string TellName = "improvement.parts.tell";
    public const string VerifyName = "improvement.impact.verify";
    public const string PlanBoardsName = "improvement.boards.plan";
    public const string MakePacksName = "improvement.packs.make";
    public const string RaiseName = "improvement.matters.raise";
    public const string CloseName = "improvement.matters.close";
    public const string NameLeadsName = "improvement.leads.name";
    public const string LoadPlansName = "improvement.plans.load";
    public const string PublishName = "improvement.progress.publish";

    public static readonly Permission See = new(
        SeeName, "See the improvement plan, its colours and what was told to the board",
        Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector, Roles.BoardMember, Roles.PartnerGuest, Roles.Analyst);

    public static readonly Permission Update = new(
        UpdateName, "Write updates and evidence, move dates and override colours", Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector);

    public static readonly Permission Tell = new(
        TellName, "Write updates of the parts that you lead, and of no others",
        Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector, Roles.BoardMember, Roles.PartnerGuest, Roles.Analyst);

    public static readonly Permission Verify = new(
        VerifyName, "Say whether a part has made a difference, when you did not do it", Roles.BoardMember, Roles.PartnerGuest);

    public static readonly Permission PlanBoards = new(PlanBoardsName, "Write down when the SEND Partnership Board meets", Roles.ProgrammeOffice);

    public static readonly Permission MakePacks = new(MakePacksName, "Make the pack of a board", Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector);

    public static readonly Permission Raise = new(
        RaiseName, "Raise a risk, dependency, decision, challenge or escalation, and comment on the plan",
        Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector, Roles.BoardMember, Roles.PartnerGuest);

    public static readonly Permission Close = new(
        CloseName, "Close a risk, dependency, decision, challenge or escalation", Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector);

    public static readonly Permission Publish = new(
        PublishName, "Write what the public reads about the plan, and approve what somebody else wrote", Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector);

    public static readonly Permission NameLeads = new(NameLeadsName, "Write down who holds a lead role of the plan", Roles.ProgrammeOffice);

    public static readonly Permission LoadPlans = new(LoadPlansName, "Load another plan of the partnership from a file", Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector);

    public static readonly IReadOnlyList<Permission> All = [See, Update, Tell, Verify, PlanBoards, MakePacks, Raise, Close, Publish, NameLeads, LoadPlans];
}

internal static class ImprovementAudit
{
    public static readonly AuditEvent Updated = new("improvement.part-updated", "An update of the improvement plan was written");
    public static readonly AuditEvent Moved = new("improvement.date-moved", "A date of the improvement plan was moved");
    public static readonly AuditEvent Checked = new("improvement.impact-checked", "Somebody looked at the impact of a part of the improvement plan");
    public static readonly AuditEvent EvidenceAdded = new("improvement.evidence-added", "Evidence was added to the improvement plan");
    public static readonly AuditEvent Overridden = new("improvement.colour-overridden", "A colour of the improvement plan was overridden");
    public static readonly AuditEvent BoardPlanned = new("improvement.board-planned", "A meeting of the SEND Partnership Board was written down");
    public static readonly AuditEvent PackMade = new("improvement.pack-made", "The pack of a board was made");
    public static readonly AuditEvent MatterRaised = new("improvement.matter-raised", "A risk, dependency, decision, challenge or escalation was raised");
    public static readonly AuditEvent MatterNoted = new("improvement.matter-noted", "Somebody said something about a risk, dependency, decision, challenge or escalation");
    public static readonly AuditEvent MatterClosed = new("improvement.matter-closed", "A risk, dependency, decision, challenge or escalation was closed");
    public static readonly AuditEvent Commented = new("improvement.part-commented", "Somebody commented on a part of the improvement plan");
    public static readonly AuditEvent PublicWritten = new("improvement.public-written", "Words of the improvement plan were written for the public");
    public static readonly AuditEvent PublicDecided = new("improvement.public-decided", "A second person decided about words of the improvement plan for the public");
    public static readonly AuditEvent PublicTakenDown = new("improvement.public-taken-down", "A part of the improvement plan was taken off the public page");
    public static readonly AuditEvent DutyRecorded = new("improvement.duty-recorded", "A duty of the improvement plan that comes back was written down as done");
    public static readonly AuditEvent LeadNamed = new("improvement.lead-named", "Somebody holds a lead role of the improvement plan from now on");
    public static readonly AuditEvent PlanLoaded = new("improvement.plan-loaded", "Another plan of the partnership was loaded from a file");

    public static readonly IReadOnlyList<AuditEvent> All =
    [
        Updated, Moved, Checked, EvidenceAdded, Overridden, BoardPlanned, PackMade, MatterRaised, MatterNoted, MatterClosed, Commented, PublicWritten, PublicDecided,
        PublicTakenDown, LeadNamed, DutyRecorded, PlanLoaded,
    ];
}
