using Medway.LocalOffer.Ehcp.Domain;

namespace Medway.LocalOffer.Ehcp.Features.My.SeeOwnRecords;

/// <param name="Where">Where the family is.</param>
/// <param name="Now">What is happening.</param>
/// <param name="Who">Who acts next.</param>
/// <param name="You">What we need from the family.</param>
internal sealed record StageWords(string Where, string Now, string Who, string You);

/// <summary>Stages and dates in the words of families. A test holds them to a reading age of 11.</summary>
internal static class FamilyWords
{
    private const string Nothing = "You do not need to do anything now. You can tell us more at any time.";

    public static StageWords Of(Stage stage) => stage switch
    {
        Stage.Asked or Stage.DecidingWhetherToAssess => new(
            "Deciding whether to assess", "We have the request. We look at what you and the school have told us. Then we decide whether to find out more.",
            "The council acts next.", "You can send us anything that helps: a report, or what you see at home."),
        Stage.GatheringAdvice => new(
            "Gathering advice", "We said yes. We are asking people who know about health, school and care what help is needed. We ask you too.",
            "The people we asked act next.", "Tell us what you think, and go to each visit. If you cannot go, tell us first."),
        Stage.DecidingAboutAPlan => new(
            "Deciding about a plan", "All the advice is here. We read it, and decide whether there will be a plan.", "The council acts next.", Nothing),
        Stage.WritingTheDraft => new(
            "Writing the draft plan", "There will be a plan. We are writing the first draft of it.", "The council acts next.", Nothing),
        Stage.DraftYourTurn => new(
            "Draft plan: your turn", "You have the draft plan. It is not final. Read it and tell us what is right, and what is not.",
            "You act next.", "Tell us what you think, and which school you would like. You can ask for a meeting."),
        Stage.Finalising => new(
            "Finishing the plan", "We have read what you said. We ask schools, and finish the plan.", "The council acts next.", Nothing),
        Stage.PlanInPlace => new(
            "Plan in place", "There is a final plan. The help in it must be given.", "The school gives the help. We look at the plan again each year.",
            "If the help is not there, tell us."),
        Stage.ReviewBooked => new(
            "Review booked", "There will be a meeting about the plan.", "The school asks everybody what they think.", "Think about what works, and what should change."),
        Stage.ReviewHeld => new(
            "Review held", "The meeting about the plan was held. Now we decide whether the plan stays, changes or ends.", "The council acts next.", Nothing),
        Stage.ChangesYourTurn => new(
            "Changes: your turn", "You have the changes that we would like to make. They are not final.", "You act next.", "Tell us what you think. You can ask for a meeting."),
        Stage.FinalisingChanges => new(
            "Finishing the changes", "We have read what you said, and finish the plan.", "The council acts next.", Nothing),
        Stage.NotAssessed => new(
            "We said no to an assessment", "We wrote to you why. You can ask for a talk with somebody neutral, and you can appeal.", "It is up to you what comes next.",
            "Look at the last day to appeal below. SENDIASS can help you, and it costs nothing."),
        Stage.NoPlan => new(
            "We said no to a plan", "We wrote to you why, and sent you the advice. You can ask for a talk with somebody neutral, and you can appeal.", "It is up to you what comes next.",
            "Look at the last day to appeal below. SENDIASS can help you, and it costs nothing."),
        Stage.Withdrawn => new(
            "You took the request back", "We do not look at it any more. You can ask again at any time.", "It is up to you what comes next.", "If you did not want this, call us."),
        Stage.WithAnotherCouncil => new(
            "With another council", "Another council looks after this now. We told you which one.", "The other council acts next.", "Call the other council. If you do not know which one it is, call us."),
        _ => new(
            "The plan ends", "We wrote to you why. You can appeal.", "It is up to you what comes next.", "Look at the last day to appeal below. SENDIASS can help you, and it costs nothing."),
    };

    /// <summary>What is due, in a few words.</summary>
    public static string Due(DueDate date) => date.Rule.Code switch
    {
        "T02" => "We tell you whether we will assess",
        "T04" => $"Advice is here: {Adviser(date.From.Adviser)}",
        "T05" => "We tell you, if there will be no plan",
        "T07" => "Tell us what you think of the draft",
        "T07E" => "The final plan cannot come before this day, unless you have answered",
        "T09" => "You have the final plan",
        "T20" => "Ask for a talk with somebody neutral",
        "T23" => "Send an appeal to the Tribunal",
        "R01" or "R21" => "The yearly review is done",
        "R20" => "We tell you what happens to the plan that came with you",
        "R06" => "We tell you what we decided after the review",
        "R07" => "You have our changes, if there are any",
        "R08" => "Tell us what you think of the changes",
        "R09" or "R10" => "You have the changed plan",
        "R11" => "We tell you, if we change nothing after all",
        "R14" or "R15" or "R16" => "You have the plan with the new school or college",
        _ => date.Rule.Name,
    };

    public static string Adviser(Adviser? adviser) => adviser switch
    {
        Domain.Adviser.Family => "you",
        Domain.Adviser.School => "the school",
        Domain.Adviser.Health => "health",
        Domain.Adviser.EducationalPsychologist => "a psychologist for schools",
        Domain.Adviser.SocialCare => "social care",
        Domain.Adviser.SpeechAndLanguage => "a speech therapist",
        Domain.Adviser.OccupationalTherapy => "a therapist for daily life",
        Domain.Adviser.SensoryTeacher => "a teacher for hearing or sight",
        _ => "somebody else",
    };

    /// <summary>The day has passed, and it was not the family's own.</summary>
    public static bool IsLate(DueDate date, DateOnly today) => date.Day < today && date.Rule.Whose != Actors.Family;

    /// <summary>Said when the last day has passed. An exception is said as what it is.</summary>
    public static string Late(DueDate date) => date.Exceptions.Count > 0
        ? "This is late. There is a reason for it in the law. Ask us what it is."
        : "This is late, and we are sorry. Ask us why, and when it will be done.";
}
