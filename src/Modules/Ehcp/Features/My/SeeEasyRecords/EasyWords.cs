using Medway.LocalOffer.Ehcp.Domain;

namespace Medway.LocalOffer.Ehcp.Features.My.SeeEasyRecords;

/// <param name="Picture">Of the drawings that Easy Read pages share.</param>
/// <param name="Where">Where the family is, one thought a line.</param>
/// <param name="Who">Who acts next.</param>
/// <param name="You">What the family can do.</param>
internal sealed record EasyStage(string Picture, IReadOnlyList<string> Where, string Who, IReadOnlyList<string> You);

/// <summary>Stages as Easy Read says them: one thought in a sentence of ten words or fewer. A test holds every stage to that.</summary>
internal static class EasyWords
{
    private const string Council = "The council.";

    private static readonly string[] Nothing = ["You do not have to do anything now."];

    private static readonly string[] AfterANo = ["You can ask why.", "You can talk to somebody who takes no side.", "You can appeal. That means: ask others to decide.", "SENDIASS can help you. It costs nothing."];

    public static EasyStage Of(Stage stage) => stage switch
    {
        Stage.Asked or Stage.DecidingWhetherToAssess => new(
            "d-letter", ["We have your request.", "We are reading it.", "Then we decide if we find out more."], Council,
            ["You can send us things that help.", "You can tell us about your day at home."]),
        Stage.GatheringAdvice => new(
            "d-listen", ["We said yes.", "We are asking people what help is needed.", "We ask you too."], "The people we asked.",
            ["Tell us what you think.", "Go to each visit.", "Call us if you cannot go."]),
        Stage.DecidingAboutAPlan => new(
            "d-scales", ["All the advice is here.", "We are reading it.", "Then we decide if there will be a plan."], Council, Nothing),
        Stage.WritingTheDraft => new("d-write", ["There will be a plan.", "We are writing it now."], Council, Nothing),
        Stage.DraftYourTurn => new(
            "d-paper", ["You have the draft plan.", "A draft is not finished.", "It can still change."], "You.",
            ["Read the draft.", "Tell us what is right.", "Tell us what is wrong.", "Tell us which school you would like.", "You can ask to meet us."]),
        Stage.Finalising => new("d-write", ["You told us what you think.", "We are finishing the plan."], Council, Nothing),
        Stage.PlanInPlace => new(
            "d-plan", ["The plan is finished.", "The help in it must be given."], "The school gives the help.", ["Tell us if the help is not there."]),
        Stage.ReviewBooked => new(
            "d-calendar", ["There will be a meeting.", "We will talk about the plan."], "The school.", ["Think about what works well.", "Think about what should change."]),
        Stage.ReviewHeld => new(
            "d-people", ["We had the meeting.", "Now we decide: does the plan stay?", "Or does it change, or end?"], Council, Nothing),
        Stage.ChangesYourTurn => new(
            "d-change", ["We want to change the plan.", "We sent you the changes.", "They are not finished."], "You.",
            ["Read the changes.", "Tell us what you think.", "You can ask to meet us."]),
        Stage.FinalisingChanges => new("d-write", ["You told us what you think.", "We are finishing the changes."], Council, Nothing),
        Stage.NotAssessed => new("d-no", ["We will not find out more.", "We wrote to you why."], "You choose what comes next.", AfterANo),
        Stage.NoPlan => new("d-no", ["There will be no plan.", "We wrote to you why."], "You choose what comes next.", AfterANo),
        Stage.Withdrawn => new(
            "d-folder", ["You took the request back.", "We do not look at it any more."], "You choose what comes next.", ["You can ask again at any time.", "Call us if this is wrong."]),
        Stage.WithAnotherCouncil => new(
            "d-council", ["Another council helps you now.", "We told you which one."], "The other council.", ["Call the other council.", "Call us if you do not know which one."]),
        _ => new("d-folder", ["The plan ends.", "We wrote to you why."], "You choose what comes next.", AfterANo),
    };
}
