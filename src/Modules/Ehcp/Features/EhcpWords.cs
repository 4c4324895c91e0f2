using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.Ehcp.Features;

/// <summary>Events, stages and kinds as staff read them.</summary>
internal static class EhcpWords
{
    public static readonly IReadOnlyList<Choice> Askers = Choice.OfAll<Asker>(Of);

    public static readonly IReadOnlyList<Choice> Advisers = Choice.OfAll<Adviser>(Of);

    public static readonly IReadOnlyList<Choice> WaysOfSending = Choice.OfAll<SentBy>(Of);

    public static readonly IReadOnlyList<Choice> Stages = Choice.OfAll<Stage>(Of);

    public static string Of(EventKind kind) => kind switch
    {
        EventKind.RequestReceived => "Request received",
        EventKind.Acknowledged => "Family told that the request is here",
        EventKind.HeardAtPanel => "Heard at the stage 1 panel",
        EventKind.DecidedToAssess => "Decided to assess, and said so",
        EventKind.DecidedNotToAssess => "Decided not to assess, and said so",
        EventKind.AdviceRequested => "Advice asked for",
        EventKind.AdviceReceived => "Advice received",
        EventKind.DecidedToIssue => "Decided to make a plan",
        EventKind.DecidedNotToIssue => "Decided not to make a plan, and said so",
        EventKind.DraftServed => "Draft plan sent",
        EventKind.DraftAnswered => "Family answered the draft",
        EventKind.SettingConsulted => "School or college asked whether it can meet the needs",
        EventKind.SettingReplied => "School or college replied",
        EventKind.FinalSent => "Final plan sent",
        EventKind.ExceptionClaimed => "Exception to a time limit",
        EventKind.MediationAsked => "Family asked for mediation",
        EventKind.MediationDeclined => "Family does not want mediation",
        EventKind.MediationHeld => "Mediation meeting held",
        EventKind.MediationCertificate => "Mediation certificate given",
        EventKind.Appealed => "Appeal made",
        EventKind.ReviewMeetingSet => "Review meeting planned",
        EventKind.ReviewMeetingHeld => "Review meeting held",
        EventKind.ReviewReportSent => "Report of the review sent",
        EventKind.ReviewDecidedToKeep => "Decided to keep the plan as it is, and said so",
        EventKind.AmendmentServed => "Proposed changes sent",
        EventKind.AmendmentAnswered => "Family answered the proposed changes",
        EventKind.AmendedFinalSent => "Changed final plan sent",
        EventKind.DecidedNotToAmend => "Decided not to change the plan after all",
        EventKind.DecidedToCease => "Decided to end the plan, and said so",
        EventKind.PhaseTransfer => "Move to another phase of school planned",
        EventKind.PostSixteenTransfer => "Move from school to a place after 16 planned",
        EventKind.PostSixteenMove => "Move from one place after 16 to another planned",
        EventKind.RecommendationReceived => "Recommendations of the Tribunal received",
        EventKind.RecommendationAnswered => "Recommendations of the Tribunal answered",
        EventKind.OrderToAssess => "Tribunal orders to assess",
        EventKind.OrderToMakePlan => "Tribunal orders to make a plan",
        EventKind.OrderToAmend => "Tribunal orders to change the plan",
        EventKind.OrderToChangePlacement => "Tribunal orders to change the school or college",
        EventKind.OrderToContinue => "Tribunal orders to carry on with the plan",
        EventKind.UnopposedAssessment => "Appeal not opposed: to assess",
        EventKind.UnopposedPlan => "Appeal not opposed: to make a plan",
        EventKind.UnopposedAmendment => "Appeal not opposed: to change the plan",
        EventKind.UnopposedPlacement => "Appeal not opposed: to change the school or college",
        EventKind.PlacementChanged => "School or college changed, as ordered",
        EventKind.OrderCarriedOut => "Order of the Tribunal carried out",
        EventKind.TermBegins => "Term begins",
        EventKind.ReviewListSent => "List of reviews sent to the school or college",
        EventKind.ReviewInvited => "Everybody invited to the review",
        EventKind.ReviewPapersSent => "Reports for the review sent to everybody invited",
        EventKind.ReassessmentRequested => "Family or school asked to assess again",
        EventKind.DecidedToReassess => "Decided to assess again, and said so",
        EventKind.DecidedNotToReassess => "Decided not to assess again, and said so",
        EventKind.MoveLearned => "We learned that the family moves to another council",
        EventKind.PlanTransferredOut => "Plan handed over to another council",
        EventKind.PlanTransferredIn => "Plan came from another council",
        EventKind.FamilyTold => "Family told what happens to the plan that came with them",
        EventKind.HealthBoardMoveLearned => "We learned that another health board is responsible",
        EventKind.HealthBoardTold => "New health board told",
        EventKind.ContactReceived => "Family got in touch",
        EventKind.ContactAnswered => "Family has an answer",
        EventKind.RequestWithdrawn => "Request withdrawn",
        EventKind.ResponsibilityMoved => "Another council is responsible now",
        _ => Spaced(kind.ToString()),
    };

    public static string Of(EventKind kind, Adviser? adviser) => adviser is { } one ? $"{Of(kind)}: {Of(one)}" : Of(kind);

    public static string Of(Stage stage) => stage switch
    {
        Stage.Asked => "Request received",
        Stage.DecidingWhetherToAssess => "Deciding whether to assess",
        Stage.GatheringAdvice => "Gathering advice",
        Stage.DecidingAboutAPlan => "Deciding about a plan",
        Stage.WritingTheDraft => "Writing the draft plan",
        Stage.DraftYourTurn => "Draft plan: with the family",
        Stage.Finalising => "Finishing the plan",
        Stage.PlanInPlace => "Plan in place",
        Stage.ReviewBooked => "Review booked",
        Stage.ReviewHeld => "Review held",
        Stage.ChangesYourTurn => "Proposed changes: with the family",
        Stage.FinalisingChanges => "Finishing the changes",
        Stage.NotAssessed => "Not assessed",
        Stage.NoPlan => "No plan",
        Stage.Withdrawn => "Withdrawn",
        Stage.WithAnotherCouncil => "With another council",
        _ => "Plan ended",
    };

    public static string Of(Adviser adviser) => adviser switch
    {
        Adviser.Family => "The family",
        Adviser.School => "School, college or early years",
        Adviser.Health => "Health",
        Adviser.EducationalPsychologist => "Educational psychologist",
        Adviser.SocialCare => "Social care",
        Adviser.SpeechAndLanguage => "Speech and language therapist",
        Adviser.OccupationalTherapy => "Occupational therapist",
        Adviser.SensoryTeacher => "Teacher for hearing or sight",
        _ => "Somebody else",
    };

    public static string Of(ExceptionGround ground) => ground switch
    {
        ExceptionGround.SchoolClosed => "A: school or college closed for four weeks or more",
        ExceptionGround.EarlyYearsClosed => "B: early years provider closed for four weeks or more",
        ExceptionGround.PersonalCircumstances => "C: exceptional personal circumstances",
        ExceptionGround.AwayFromTheArea => "D: away from the area for four weeks or more",
        ExceptionGround.AppointmentMissed => "E: missed an appointment for an examination or a test",
        ExceptionGround.AwayTwoWeeksAfterTribunal => "After the Tribunal: away for two weeks or more",
        _ => "After the Tribunal: a parent wishes to be heard about the changed plan",
    };

    public static string Of(SentBy how) => how switch
    {
        SentBy.Portal => "On the family’s page",
        SentBy.Email => "By e-mail",
        SentBy.FirstClassPost => "First class post",
        _ => "Handed over",
    };

    public static string Of(Asker asker) => asker switch
    {
        Asker.Parent => "A parent or carer",
        Asker.YoungPerson => "The young person",
        Asker.School => "A school, college or early years provider",
        _ => "Somebody else",
    };

    public static string Of(RuleKind kind) => kind switch
    {
        RuleKind.Law => "Law",
        RuleKind.Guidance => "Code of Practice",
        RuleKind.Practice => "Practice",
        RuleKind.Promise => "Our promise",
        _ => "Local target",
    };

    public static string Of(Actors whose) => whose switch
    {
        Actors.Council => "The council",
        Actors.Adviser => "The adviser",
        Actors.Setting => "The school or college",
        Actors.Family => "The family",
        _ => "The mediation adviser",
    };

    /// <summary>What became of a date. An exception is said beside it, and never in its place.</summary>
    public static string State(DueDate date) => date switch
    {
        { State: DueState.Open, Rule.IsEarliest: true } => "Not before this day",
        { State: DueState.Open } => "Open",
        { State: DueState.Late, Rule.Whose: Actors.Family } => "Over",
        { State: DueState.Late, Exceptions.Count: > 0 } => "Late: an exception applies",
        { State: DueState.Late } => "Late",
        { State: DueState.Met } => "In time",
        { State: DueState.MetLate, Exceptions.Count: > 0 } => "Done late: an exception applies",
        { State: DueState.MetLate } => "Done late",
        { State: DueState.TooEarly } => "Done too early",
        _ => "Not needed any more",
    };

    public static string Of(RelationshipKind kind) => Spaced(kind.ToString());

    private static string Spaced(string name) =>
        string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
}
