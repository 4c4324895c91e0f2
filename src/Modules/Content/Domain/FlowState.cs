namespace Medway.LocalOffer.Content.Domain;

/// <summary>Where the open draft of a variant stands.</summary>
internal enum DraftState
{
    /// <summary>There is none.</summary>
    None,
    Open,

    /// <summary>Waits for a second pair of eyes.</summary>
    Submitted,

    /// <summary>Seen by a second pair of eyes; goes live at its time.</summary>
    Scheduled,

    /// <summary>Its time came and it did not go live.</summary>
    Failed,
}

/// <summary>What families have of a variant.</summary>
internal enum Standing
{
    NotYet,
    Live,

    /// <summary>Published in an emergency; a second pair of eyes has not seen it yet.</summary>
    LiveUnchecked,
}

/// <summary>What becomes of the whole document.</summary>
internal enum Lifecycle
{
    Kept,
    TakenDown,
    Binned,
}

/// <summary>Why a page was taken down; each is told to families in its own way.</summary>
internal enum TakenDownReason
{
    /// <summary>It should never have been there: its address says that it has gone.</summary>
    PublishedInError,

    /// <summary>It stands in another page now: its address leads there.</summary>
    Merged,

    /// <summary>It no longer holds: it can still be read, with a notice.</summary>
    Withdrawn,
}

/// <summary>What can be done to a variant or its document.</summary>
internal enum FlowAction
{
    SaveDraft,
    DiscardDraft,
    Submit,
    TakeBack,
    Return,
    Approve,
    Schedule,
    Unschedule,
    PublishNow,
    ConfirmCheck,
    TakeDown,

    /// <summary>Says when it will be taken down.</summary>
    PlanTakeDown,

    /// <summary>Ends such a plan.</summary>
    KeepUp,
    Bin,
    Restore,
}

internal readonly record struct FlowState(DraftState Draft, Standing Standing, Lifecycle Lifecycle)
{
    /// <summary>The state in plain words, for staff.</summary>
    public string Words => Lifecycle switch
    {
        Lifecycle.Binned => "In the bin",
        Lifecycle.TakenDown => Draft == DraftState.None ? "Taken down" : $"Taken down; {DraftWords.ToLowerInvariant()}",
        _ => (Standing, Draft) switch
        {
            (Standing.NotYet, DraftState.None) => "Empty",
            (Standing.NotYet, _) => DraftWords,
            (Standing.Live, DraftState.None) => "Live",
            (Standing.Live, DraftState.Open) => "Live, with unpublished changes",
            (Standing.Live, _) => $"Live; changes: {DraftWords.ToLowerInvariant()}",
            (_, DraftState.None) => "Live, still needs checking",
            _ => $"Live, still needs checking; changes: {DraftWords.ToLowerInvariant()}",
        },
    };

    private string DraftWords => Draft switch
    {
        DraftState.Submitted => "Waiting for a check",
        DraftState.Scheduled => "Scheduled",
        DraftState.Failed => "Did not publish",
        _ => "Draft",
    };
}
