using Medway.LocalOffer.Platform.Settings;

namespace Medway.LocalOffer.Feedback;

/// <summary>What only the council knows. Days stand as public pages of the council give them, until it has confirmed them.</summary>
internal static class FeedbackSettings
{
    public static readonly Setting<string?> SafeguardingMailbox = new(
        "feedback.safeguarding-mailbox", null, "E-mail address of the safeguarding lead, told when a moderator is worried about a comment. To confirm.", complaint: NoAddress);

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

    public static readonly IReadOnlyList<Setting> All = [SafeguardingMailbox, ThemeWorkingDays, Stage1Acknowledge, Stage1Reply, Stage2Acknowledge, Stage2Reply];

    private static string? NoDays(int days) => days is >= 1 and <= 90 ? null : "Choose a number from 1 to 90";

    private static string? NoAddress(string? address) =>
        string.IsNullOrEmpty(address) || (address.Length <= 254 && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < address.Length - 3)
            ? null
            : "Write one e-mail address, or leave the box empty if nobody has confirmed it.";
}
