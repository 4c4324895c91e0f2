using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Improvement;

/// <summary>Nothing in this module is about a child, so guests of the partnership may read all of it.</summary>
internal static class ImprovementPermissions
{
    public const string SeeName = "improvement.plan.see";
    public const string UpdateName = "improvement.parts.update";
    public const string VerifyName = "improvement.impact.verify";
    public const string PlanBoardsName = "improvement.boards.plan";

    public static readonly Permission See = new(
        SeeName, "See the improvement plan, its colours and what was told to the board",
        Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector, Roles.BoardMember, Roles.PartnerGuest, Roles.Analyst);

    public static readonly Permission Update = new(
        UpdateName, "Write updates and evidence, move dates and override colours", Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector);

    public static readonly Permission Verify = new(
        VerifyName, "Say whether a part has made a difference, when you did not do it", Roles.BoardMember, Roles.PartnerGuest);

    public static readonly Permission PlanBoards = new(PlanBoardsName, "Write down when the SEND Partnership Board meets", Roles.ProgrammeOffice);

    public static readonly IReadOnlyList<Permission> All = [See, Update, Verify, PlanBoards];
}

internal static class ImprovementAudit
{
    public static readonly AuditEvent Updated = new("improvement.part-updated", "An update of the improvement plan was written");
    public static readonly AuditEvent Moved = new("improvement.date-moved", "A date of the improvement plan was moved");
    public static readonly AuditEvent Checked = new("improvement.impact-checked", "Somebody looked at the impact of a part of the improvement plan");
    public static readonly AuditEvent EvidenceAdded = new("improvement.evidence-added", "Evidence was added to the improvement plan");
    public static readonly AuditEvent Overridden = new("improvement.colour-overridden", "A colour of the improvement plan was overridden");
    public static readonly AuditEvent BoardPlanned = new("improvement.board-planned", "A meeting of the SEND Partnership Board was written down");

    public static readonly IReadOnlyList<AuditEvent> All = [Updated, Moved, Checked, EvidenceAdded, Overridden, BoardPlanned];
}
