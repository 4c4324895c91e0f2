using Medway.LocalOffer.Ehcp.Features;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>Modes, states and starts as staff read them.</summary>
internal static class TouchpointWords
{
    public static string Of(TouchpointMode mode) => mode switch
    {
        TouchpointMode.Automatic => "By itself",
        TouchpointMode.Prepared => "An officer releases it",
        _ => "An officer does it",
    };

    public static string Of(TouchpointState state) => state switch
    {
        TouchpointState.Planned => "Planned",
        TouchpointState.Waiting => "Waits for an officer",
        TouchpointState.Asked => "On its way",
        TouchpointState.Made => "Told",
        TouchpointState.NotMade => "Did not arrive: tell it another way",
        _ => "Not needed any more",
    };

    /// <summary>Where an officer deals with it, below the record; null when there is nothing to do.</summary>
    public static string? PageOf(Touchpoint touchpoint) => touchpoint switch
    {
        { State: TouchpointState.Waiting, Code: TouchpointKind.QuestionAnswered } => $"questions/{touchpoint.Occasion}",
        { State: TouchpointState.Waiting or TouchpointState.NotMade } => $"touchpoints/{touchpoint.Id}",
        _ => null,
    };

    private static readonly Func<Touchpoint, bool> IsAskedAfter = FamilyAnswer.IsAskedAfter.Compile();

    /// <summary>Where an officer writes down what somebody said by phone about it; null when it is not asked.</summary>
    public static string? AnswerPageOf(Touchpoint touchpoint) => IsAskedAfter(touchpoint) ? $"touchpoints/{touchpoint.Id}/answer" : null;

    /// <summary>What the family reads about a message.</summary>
    public static string ForFamily(TouchpointState state) => state switch
    {
        TouchpointState.Made => "You have it.",
        TouchpointState.NotMade => "It did not reach you. We are sorry.",
        _ => "It is on its way to you.",
    };

    public static string StartsOf(TouchpointKind kind) => string.Join("; ", [.. kind.Events.Select(EhcpWords.Of), .. kind.Others.Select(Of)]);

    private static string Of(OtherStart start) => start switch
    {
        OtherStart.NewsDue => "Nine days without news",
        OtherStart.LateNewsDue => "Nine days without news while we are late",
        OtherStart.DelayLikely => "A limit comes near and nothing is done",
        OtherStart.AdviceLate => "Advice is not here on its day",
        OtherStart.ReviewNear => "Ten weeks before the review must be done",
        OtherStart.RightsChangeSoon => "Six months before decisions pass to the young person",
        OtherStart.RightsChanged => "The day on which decisions pass to the young person",
        OtherStart.MoveNear => "15 September before a move of phase",
        OtherStart.SchoolNewsDue => "Every 14 days from 15 January, until the plan names the new school",
        OtherStart.PanelSet => "A request is put on a panel that is to meet",
        OtherStart.AppointmentBooked => "An appointment is written down",
        OtherStart.OfficerAway => "An officer will be away for more than five working days",
        OtherStart.OfficerChanged => "Another officer looks after the record",
        _ => "A question on the family’s page",
    };
}
