using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Feedback;

internal static class FeedbackPermissions
{
    public const string AnswerName = "feedback.comments.answer";

    public static readonly Permission Answer = new(
        AnswerName, "Read what people tell us about the site and say what was done", Roles.LocalOfferOfficer, Roles.ComplaintsOfficer);

    public static readonly IReadOnlyList<Permission> All = [Answer];
}

internal static class FeedbackAudit
{
    public static readonly AuditEvent Given = new("feedback.comment-given", "Somebody told us something about the site");
    public static readonly AuditEvent Answered = new("feedback.comment-answered", "A comment was dealt with or set aside");

    public static readonly IReadOnlyList<AuditEvent> All = [Given, Answered];
}
