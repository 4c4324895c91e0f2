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
    Withdrawn,
    WithAnotherCouncil,
}

internal static class Stages
{
    /// <summary>Nothing more is due from the council, until somebody asks again.</summary>
    public static bool IsOver(Stage stage) => stage is Stage.NotAssessed or Stage.NoPlan or Stage.Ended or Stage.Withdrawn or Stage.WithAnotherCouncil;

    /// <summary>It ends the record without a decision: no date of the record is due any more.</summary>
    public static bool Leaves(EventKind kind) => kind is EventKind.RequestWithdrawn or EventKind.ResponsibilityMoved or EventKind.PlanTransferredOut;

    public static bool Closes(EventKind kind) => Leaves(kind) || kind is EventKind.DecidedNotToAssess or EventKind.DecidedNotToIssue or EventKind.DecidedToCease;

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
                EventKind.DecidedToAssess => Stage.GatheringAdvice,
                EventKind.AdviceRequested when !HasPlan(stage) => Stage.GatheringAdvice,
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
                EventKind.OrderToAssess or EventKind.UnopposedAssessment when stage == Stage.NotAssessed => Stage.DecidingWhetherToAssess,
                EventKind.OrderToMakePlan or EventKind.UnopposedPlan => Stage.WritingTheDraft,
                EventKind.OrderToContinue or EventKind.PlanTransferredIn => Stage.PlanInPlace,
                EventKind.RequestWithdrawn => Stage.Withdrawn,
                EventKind.ResponsibilityMoved or EventKind.PlanTransferredOut => Stage.WithAnotherCouncil,
                _ => stage,
            };
        }

        return stage;
    }

    /// <summary>Asking for advice again, as for a new assessment, takes no plan away.</summary>
    private static bool HasPlan(Stage stage) => stage is Stage.PlanInPlace or Stage.ReviewBooked or Stage.ReviewHeld or Stage.ChangesYourTurn or Stage.FinalisingChanges;
}
