namespace Medway.LocalOffer.Content.Domain;

/// <summary>What may be done in which state, whoever does it. Who may is the permissions' business; both are tested as one table.</summary>
internal static class Flow
{
    public static bool Allows(FlowAction action, FlowState state) => action switch
    {
        // A draft that waits for somebody, or for its time, stands still: take it back first.
        FlowAction.SaveDraft => Editable(state) && state.Draft is DraftState.None or DraftState.Open or DraftState.Failed,
        FlowAction.DiscardDraft => Editable(state) && state.Draft is DraftState.Open or DraftState.Failed,
        FlowAction.Submit => Editable(state) && state.Draft is DraftState.Open or DraftState.Failed,
        FlowAction.TakeBack or FlowAction.Return or FlowAction.Approve => Editable(state) && state.Draft == DraftState.Submitted,
        FlowAction.Schedule => Editable(state) && state.Draft is DraftState.Submitted or DraftState.Failed,
        FlowAction.Unschedule => Editable(state) && state.Draft is DraftState.Scheduled or DraftState.Failed,
        FlowAction.PublishNow => Editable(state) && state.Draft != DraftState.None,
        FlowAction.ConfirmCheck => Editable(state) && state.Standing == Standing.LiveUnchecked,
        FlowAction.TakeDown => state.Lifecycle == Lifecycle.Kept && state.Standing != Standing.NotYet,

        // Whoever schedules a text may say with it until when it stands.
        FlowAction.PlanTakeDown => state.Lifecycle == Lifecycle.Kept && (state.Standing != Standing.NotYet || state.Draft == DraftState.Scheduled),
        FlowAction.KeepUp => state.Lifecycle == Lifecycle.Kept,

        // What families can read is taken down first, so that they are told why.
        FlowAction.Bin => state.Lifecycle == Lifecycle.TakenDown || (state.Lifecycle == Lifecycle.Kept && state.Standing == Standing.NotYet),
        FlowAction.Restore => state.Lifecycle == Lifecycle.Binned,
        _ => false,
    };

    /// <summary>Needs somebody other than whoever wrote it, or published it alone.</summary>
    public static bool NeedsSecondEyes(FlowAction action) => action is FlowAction.Approve or FlowAction.Schedule or FlowAction.ConfirmCheck;

    /// <summary>Why it cannot be done now, in words for whoever tried.</summary>
    public static string Refusal(FlowAction action, FlowState state) => (action, state) switch
    {
        (_, { Lifecycle: Lifecycle.Binned }) => "This is in the bin. Take it out first",
        (FlowAction.SaveDraft, { Draft: DraftState.Submitted }) => "It waits for a check. Take it back before you change it",
        (FlowAction.SaveDraft, { Draft: DraftState.Scheduled }) => "It is scheduled. Take it off the schedule before you change it",
        (FlowAction.Bin, _) => "Families can read it. Take it down first, and say why",
        _ => $"That cannot be done now: it is “{state.Words}”. Somebody may have been quicker; look again",
    };

    private static bool Editable(FlowState state) => state.Lifecycle != Lifecycle.Binned;
}
