using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Ehcp;

/// <summary>Back-office Appendix B, "Case status" and "Plan text".</summary>
internal static class EhcpPermissions
{
    public const string LogName = "ehcp.requests.log";
    public const string ListName = "ehcp.records.list";
    public const string ViewName = "ehcp.records.read";
    public const string RecordName = "ehcp.events.record";
    public const string OwnName = "ehcp.own-records.read";
    public const string AskName = "ehcp.own-questions.ask";
    public const string OverseeName = "ehcp.questions.oversee";

    public const string AbsencesName = "ehcp.absences.record";
    public const string ReadFeedbackName = "ehcp.feedback.read";

    public const string EndNoticesName = "ehcp.notices.end";

    public const string PerformanceName = "ehcp.performance.read";
    public const string ReadPanelsName = "ehcp.panels.read";
    public const string GiveAdviceName = "ehcp.advice.give";
    public const string HoldPanelsName = "ehcp.panels.hold";

    public const string ReadPlansName = "ehcp.plans.read";
    public const string WritePlansName = "ehcp.plans.write";
    public const string OwnPlansName = "ehcp.own-plans.read";
    public const string AnswerPlansName = "ehcp.own-plans.answer";
    public const string OwnProvisionName = "ehcp.provision.read";

    public static readonly Permission Log = new(LogName, "Log a request for an EHC needs assessment", Roles.EhcCoordinator, Roles.TeamManager) { HoldsWithALimit = true };

    public static readonly Permission List = new(ListName, "List the EHC records of one’s caseload or team", Roles.EhcCoordinator, Roles.TeamManager, Roles.HeadOfSend) { HoldsWithALimit = true };

    public static readonly Permission View = new(
        ViewName, "Open an EHC record: dates, events and reasons", Roles.EhcCoordinator, Roles.TeamManager, Roles.HeadOfSend, Roles.BreakGlass)
    { HoldsWithALimit = true };

    public static readonly Permission Record = new(RecordName, "Record what happened on an EHC record, or take it back", Roles.EhcCoordinator, Roles.TeamManager) { HoldsWithALimit = true };

    /// <summary>A decision, a draft, a final plan or a notice of delay that is not needed: never by whoever would have to send it alone.</summary>
    public static readonly Permission EndNotices = new(EndNoticesName, "End a notice to a family that the law asks for, with a reason, without sending it", Roles.TeamManager) { HoldsWithALimit = true };

    public static readonly Permission Own = new(OwnName, "See where one’s own request or plan is", [.. Roles.OfFamilies]) { HoldsWithALimit = true };

    public static readonly Permission Performance = new(
        PerformanceName, "See in numbers how the EHC work is going", Roles.TeamManager, Roles.HeadOfSend, Roles.AssistantDirector, Roles.Analyst)
    { HoldsWithALimit = true };

    public static readonly Permission ReadPanels = new(
        ReadPanelsName, "See EHC panels, and the requests on them that are in one’s caseload or team", Roles.EhcCoordinator, Roles.TeamManager, Roles.HeadOfSend)
    { HoldsWithALimit = true };

    public static readonly Permission HoldPanels = new(
        HoldPanelsName, "Plan EHC panels, put requests on them, and record who came and what was said", Roles.EhcCoordinator, Roles.TeamManager)
    { HoldsWithALimit = true };

    /// <summary>Back-office Appendix B: own advice only. With or without a limit it opens what one was asked for, and nothing else.</summary>
    public static readonly Permission GiveAdvice = new(GiveAdviceName, "See what one is asked for, and send one’s advice", Roles.AdviceGiver) { HoldsWithALimit = true };

    public static readonly Permission Ask = new(AskName, "Ask one’s own SEND officer a question", Roles.FamilyParty, Roles.YoungPerson) { HoldsWithALimit = true };

    public static readonly Permission Oversee = new(
        OverseeName, "See which questions of families wait for an answer, and not what they say", Roles.EhcCoordinator, Roles.TeamManager, Roles.HeadOfSend, Roles.AssistantDirector)
    { HoldsWithALimit = true };

    /// <summary>Back-office Appendix B, "Plan text": the caseload or the team, and nobody else of the council.</summary>
    public static readonly Permission ReadPlans = new(ReadPlansName, "Read the text of an EHC plan, and what the family said about it", Roles.EhcCoordinator, Roles.TeamManager) { HoldsWithALimit = true };

    public static readonly Permission WritePlans = new(WritePlansName, "Write the text of an EHC plan, send it, and say who gives the help", Roles.EhcCoordinator, Roles.TeamManager) { HoldsWithALimit = true };

    /// <summary>A supporter reads granted items only, and nothing grants a plan yet.</summary>
    public static readonly Permission OwnPlans = new(OwnPlansName, "Read the plan about one’s child or oneself, after a second check", Roles.FamilyParty, Roles.YoungPerson) { HoldsWithALimit = true };

    public static readonly Permission AnswerPlans = new(AnswerPlansName, "Say what one thinks of a draft plan", Roles.FamilyParty, Roles.YoungPerson) { HoldsWithALimit = true };

    public static readonly Permission OwnProvision = new(OwnProvisionName, "Read the part of a final plan that one gives the help of", Roles.AdviceGiver) { HoldsWithALimit = true };

    public static readonly Permission Absences = new(AbsencesName, "See who is away and who covers, and write it down", Roles.EhcCoordinator, Roles.TeamManager) { HoldsWithALimit = true };

    public static readonly Permission ReadFeedback = new(ReadFeedbackName, "Read what families say about EHC plans, without their names", Roles.TeamManager, Roles.HeadOfSend) { HoldsWithALimit = true };

    public static readonly IReadOnlyList<Permission> All =
    [
        Log, List, View, Record, EndNotices, Own, Ask, Oversee, Performance, ReadFeedback, Absences, ReadPanels, HoldPanels, GiveAdvice, ReadPlans, WritePlans, OwnPlans, AnswerPlans, OwnProvision,
    ];
}
