using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.CoDesign;

internal static class CoDesignPermissions
{
    public const string ReadName = "codesign.rounds.read";
    public const string RunName = "codesign.rounds.run";
    public const string SignOffName = "codesign.rounds.sign-off";
    public const string ModerateName = "codesign.answers.moderate";
    public const string WorriesName = "codesign.worries.read";
    public const string AnswerName = "codesign.themes.answer";

    public static readonly Permission Read = new(
        ReadName, "See rounds of the young people's panel, without anybody's words",
        Roles.PanelLead, Roles.Moderator, Roles.SafeguardingLead, Roles.LocalOfferOfficer, Roles.Editor, Roles.Publisher);

    public static readonly Permission Run = new(RunName, "Set up, open, close and publish a round, and make cards for a group", Roles.PanelLead);

    public static readonly Permission SignOff = new(SignOffName, "Sign off a round before children are asked", Roles.SafeguardingLead);

    public static readonly Permission Moderate = new(ModerateName, "Read what young people wrote before anybody else does, and decide what others may read", Roles.Moderator);

    public static readonly Permission Worries = new(WorriesName, "Read an answer that a moderator worries about, with the contact of its group", Roles.SafeguardingLead);

    public static readonly Permission Answer = new(
        AnswerName, "Read accepted answers, sum them up and write the response", Roles.PanelLead, Roles.LocalOfferOfficer, Roles.Editor, Roles.Publisher);

    public static readonly IReadOnlyList<Permission> All = [Read, Run, SignOff, Moderate, Worries, Answer];
}
