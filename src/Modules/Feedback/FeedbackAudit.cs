using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Feedback;

internal static class FeedbackAudit
{
    public static readonly AuditEvent Given = new("feedback.comment-given", "Somebody told us something about the site");
    public static readonly AuditEvent Answered = new("feedback.comment-answered", "A comment was dealt with or set aside");
    public static readonly AuditEvent Opened = new("feedback.comment-opened", "Somebody opened a comment that nobody had moderated yet");
    public static readonly AuditEvent Moderated = new("feedback.comment-moderated", "A moderator decided about a comment");
    public static readonly AuditEvent WorryOpened = new("feedback.worry-opened", "Somebody opened a comment that a moderator is worried about");
    public static readonly AuditEvent WorryTakenUp = new("feedback.worry-taken-up", "The safeguarding lead took up a comment");
    public static readonly AuditEvent ThemeStarted = new("feedback.theme-started", "A theme of comments was started");
    public static readonly AuditEvent ThemeWritten = new("feedback.theme-written", "A theme of comments and its answer were written");
    public static readonly AuditEvent ThemeDecided = new("feedback.theme-decided", "A second person decided about a theme and its answer");

    public static readonly AuditEvent Complained = new("feedback.complaint-made", "Somebody complained");
    public static readonly AuditEvent ComplaintOpened = new("feedback.complaint-opened", "Somebody read a complaint");
    public static readonly AuditEvent ComplaintMoved = new("feedback.complaint-moved", "A complaint was acknowledged, answered or taken to stage 2");

    public static readonly AuditEvent Erased = new("feedback.erased", "A comment or complaint was erased because its time was over");

    public static readonly AuditEvent TaskAdded = new("feedback.task-added", "A task of the working group was added");
    public static readonly AuditEvent TaskRecorded = new("feedback.task-recorded", "How a task of the working group went was written down");
    public static readonly AuditEvent SurveysLoaded = new("feedback.surveys-loaded", "Figures of a survey were loaded");

    public static readonly IReadOnlyList<AuditEvent> All =
    [
        Given, Answered, Opened, Moderated, WorryOpened, WorryTakenUp, ThemeStarted, ThemeWritten, ThemeDecided, Complained, ComplaintOpened, ComplaintMoved,
        Erased, TaskAdded, TaskRecorded, SurveysLoaded,
    ];
}
