namespace Medway.LocalOffer.CoDesign.Domain;

/// <summary>How far a round is. In this order, and never back, but for a round that nobody has opened.</summary>
internal enum RoundState
{
    Draft,
    SignedOff,
    Open,
    Closed,
    BeingAnswered,
    Published,
    Archived,
}

internal static class RoundStates
{
    public static string Words(this RoundState state) => state switch
    {
        RoundState.Draft => "Draft",
        RoundState.SignedOff => "Signed off",
        RoundState.Open => "Open",
        RoundState.Closed => "Closed",
        RoundState.BeingAnswered => "Being answered",
        RoundState.Published => "Published",
        _ => "Archived",
    };

    /// <summary>The step that the panel lead takes next by a button; null where another page does it, or nothing is left to do.</summary>
    public static RoundState? Next(this RoundState state) => state switch
    {
        RoundState.SignedOff => RoundState.Open,
        RoundState.Open => RoundState.Closed,
        RoundState.Closed => RoundState.BeingAnswered,
        RoundState.Published => RoundState.Archived,
        _ => null,
    };

    public static string Button(this RoundState next) => next switch
    {
        RoundState.Open => "Open the round",
        RoundState.Closed => "Close the round",
        RoundState.BeingAnswered => "Begin to answer",
        _ => "Put it in the archive",
    };
}
