using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Feedback;

internal static class FeedbackPermissions
{
    public const string AnswerName = "feedback.comments.answer";
    public const string ModerateName = "feedback.comments.moderate";
    public const string WorriesName = "feedback.worries.take-up";
    public const string ThemesName = "feedback.themes.write";
    public const string PublishName = "feedback.themes.publish";
    public const string WorkingGroupName = "feedback.working-group.keep";
    public const string ComplaintsName = "feedback.complaints.handle";
    public const string KeepingName = "feedback.keeping.see";
    public const string DataComplaintsName = "feedback.data-complaints.handle";

    public static readonly Permission Answer = new(
        AnswerName, "Read what people tell us about the site and say what was done", Roles.LocalOfferOfficer, Roles.ComplaintsOfficer);

    public static readonly Permission Moderate = new(
        ModerateName, "Read comments before anybody else does, and decide what may be passed on", Roles.Moderator, Roles.LocalOfferOfficer);

    public static readonly Permission Worries = new(WorriesName, "Take up a comment that a moderator is worried about", Roles.SafeguardingLead);

    public static readonly Permission Themes = new(ThemesName, "Put comments together as themes and write the answer", Roles.LocalOfferOfficer, Roles.ComplaintsOfficer);

    public static readonly Permission Publish = new(
        PublishName, "Publish what somebody else wrote for “You said, we did”", Roles.LocalOfferOfficer, Roles.Publisher);

    public static readonly Permission Complaints = new(ComplaintsName, "Read complaints, answer them and move them on", Roles.ComplaintsOfficer);

    public static readonly Permission DataComplaints = new(
        DataComplaintsName, "Read complaints about how information was used, and answer them", Roles.DataProtectionOfficer);

    public static readonly Permission Keeping = new(
        KeepingName, "See what of comments and complaints is erased next", Roles.LocalOfferOfficer, Roles.ComplaintsOfficer, Roles.DataProtectionOfficer);

    public static readonly Permission WorkingGroup = new(
        WorkingGroupName, "Write down how tasks of the working group went, and load figures of surveys", Roles.LocalOfferOfficer, Roles.PanelLead);

    public static readonly IReadOnlyList<Permission> All = [Answer, Moderate, Worries, Themes, Publish, Complaints, DataComplaints, Keeping, WorkingGroup];

    /// <summary>Who may read a complaint of this kind: nobody else does, not even whoever handles the other kind.</summary>
    public static Permission Of(ComplaintKind kind) => kind == ComplaintKind.DataProtection ? DataComplaints : Complaints;
}
