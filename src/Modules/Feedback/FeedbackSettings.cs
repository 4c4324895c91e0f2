using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Platform.Settings;

namespace Medway.LocalOffer.Feedback;

/// <summary>What only the council knows. Days stand as public pages of the council give them, until it has confirmed them.</summary>
internal static class FeedbackSettings
{
    public static readonly Setting<int> ThemeWorkingDays = new(
        "feedback.theme-working-days", 20, "Working days from the start of a theme of comments until its answer is published. To confirm.", complaint: NoDays);

    public static readonly Setting<int> Stage1Acknowledge = new(
        "feedback.stage-1-acknowledge-working-days", 3, "Complaints, stage 1: working days until we say that we have it. To confirm.", isPublic: true, complaint: NoDays);

    public static readonly Setting<int> Stage1Reply = new(
        "feedback.stage-1-reply-working-days", 10, "Complaints, stage 1: working days until we answer. To confirm.", isPublic: true, complaint: NoDays);

    public static readonly Setting<int> Stage2Acknowledge = new(
        "feedback.stage-2-acknowledge-working-days", 3, "Complaints, stage 2: working days until we say that we have it. To confirm.", isPublic: true, complaint: NoDays);

    public static readonly Setting<int> Stage2Reply = new(
        "feedback.stage-2-reply-working-days", 20, "Complaints, stage 2: working days until we answer. To confirm.", isPublic: true, complaint: NoDays);

    public static readonly Setting<int> CommentMonths = new(
        "feedback.comments-months", 24, "Months for which a comment about the site is kept. To confirm with the data protection officer.", complaint: NoMonths);

    public static readonly Setting<int> ComplaintMonths = new(
        "feedback.complaints-months", 72, "Months for which a complaint is kept after its last answer. To confirm with the data protection officer.", complaint: NoMonths);

    public static readonly IReadOnlyList<Setting> All = [Safeguarding.Mailbox, ThemeWorkingDays, Stage1Acknowledge, Stage1Reply, Stage2Acknowledge, Stage2Reply, CommentMonths, ComplaintMonths];

    private static string? NoDays(int days) => days is >= 1 and <= 90 ? null : "Choose a number from 1 to 90";

    private static string? NoMonths(int months) => months is >= 1 and <= 120 ? null : "Choose a number of months from 1 to 120";
}
