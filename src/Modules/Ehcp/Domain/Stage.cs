namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>Where a family is. Stored: a name that changes needs a migration.</summary>
internal enum Stage
{
    Asked,
    DecidingWhetherToAssess,
    GatheringAdvice,
    DecidingAboutAPlan,
    WritingTheDraft,
    DraftYourTurn,
    Finalising,
    PlanInPlace,
    ReviewBooked,
    ReviewHeld,
    ChangesYourTurn,
    FinalisingChanges,
    NotAssessed,
    NoPlan,
    Ended,
}

internal static class Stages
{
    /// <summary>Nothing more is due from the council, until somebody asks again.</summary>
    public static bool IsOver(Stage stage) => stage is Stage.NotAssessed or Stage.NoPlan or Stage.Ended;

    /// <param name="happened">As it is believed, in order.</param>
    public static Stage Of(IReadOnlyList<Happening> happened)
    {
        var stage = Stage.Asked;
        HashSet<Adviser?> waitingFor = [];
        foreach (var one in happened)
        {
            _ = one.Kind switch
            {
                EventKind.AdviceRequested => waitingFor.Add(one.Adviser),
                EventKind.AdviceReceived => waitingFor.Remove(one.Adviser),
                _ => false,
            };
            stage = one.Kind switch
            {
                EventKind.Acknowledged when stage == Stage.Asked => Stage.DecidingWhetherToAssess,
                EventKind.DecidedToAssess or EventKind.AdviceRequested => Stage.GatheringAdvice,
                EventKind.AdviceReceived when waitingFor.Count == 0 && stage == Stage.GatheringAdvice => Stage.DecidingAboutAPlan,
                EventKind.DecidedToIssue => Stage.WritingTheDraft,
                EventKind.DraftServed => Stage.DraftYourTurn,
                EventKind.DraftAnswered => Stage.Finalising,
                EventKind.FinalSent or EventKind.ReviewDecidedToKeep or EventKind.AmendedFinalSent or EventKind.DecidedNotToAmend => Stage.PlanInPlace,
                EventKind.ReviewMeetingSet => Stage.ReviewBooked,
                EventKind.ReviewMeetingHeld => Stage.ReviewHeld,
                EventKind.AmendmentServed => Stage.ChangesYourTurn,
                EventKind.AmendmentAnswered => Stage.FinalisingChanges,
                EventKind.DecidedNotToAssess => Stage.NotAssessed,
                EventKind.DecidedNotToIssue => Stage.NoPlan,
                EventKind.DecidedToCease => Stage.Ended,
                _ => stage,
            };
        }

        return stage;
    }
}
