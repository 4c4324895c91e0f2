using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.CoDesign;

internal static class CoDesignAudit
{
    public const string Round = "panel_round";
    public const string Group = "panel_group";
    public const string Reviewer = "panel_reviewer";
    public const string Answer = "panel_answer";
    public const string Theme = "panel_theme";

    public static readonly AuditEvent RoundSaved = new("codesign.round-saved", "A panel round was set up or changed");
    public static readonly AuditEvent RoundMoved = new("codesign.round-moved", "A panel round went on to its next state");
    public static readonly AuditEvent GroupSaved = new("codesign.group-saved", "A group of a panel round was added, or its link made anew");
    public static readonly AuditEvent CardsMade = new("codesign.cards-made", "Cards for reviewers were made");
    public static readonly AuditEvent CardChanged = new("codesign.card-changed", "A reviewer's card was paused, replaced or cancelled");
    public static readonly AuditEvent CardUsed = new("codesign.card-used", "A reviewer came in with a card");
    public static readonly AuditEvent AnswerSaved = new("codesign.answer-saved", "A reviewer answered or changed an answer");
    public static readonly AuditEvent Withdrawn = new("codesign.reviewer-withdrew", "A reviewer took all answers back");
    public static readonly AuditEvent AnswerViewed = new("codesign.answer-viewed", "An answer was read before it was moderated, or because somebody worries about it");
    public static readonly AuditEvent AnswerDecided = new("codesign.answer-decided", "It was decided what others may read of an answer");
    public static readonly AuditEvent AnswersRead = new("codesign.answers-read", "Accepted answers of a round were read");
    public static readonly AuditEvent WorryClosed = new("codesign.worry-closed", "The safeguarding lead has taken on an answer that a moderator worried about");
    public static readonly AuditEvent ThemeSaved = new("codesign.theme-saved", "A theme of a round was written or answered");
    public static readonly AuditEvent RoundPublished = new("codesign.round-published", "What a panel said and what was done was published");
    public static readonly AuditEvent Erased = new("codesign.answers-erased", "Cards or answers of a round were erased because their time was over");

    public static readonly IReadOnlyList<AuditEvent> All =
    [
        RoundSaved, RoundMoved, GroupSaved, CardsMade, CardChanged, CardUsed, AnswerSaved, Withdrawn, AnswerViewed, AnswerDecided, AnswersRead,
        WorryClosed, ThemeSaved, RoundPublished, Erased,
    ];
}
