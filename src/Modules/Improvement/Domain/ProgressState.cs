namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>How far a part is, as families read it. It follows from the colour: nobody chooses it.</summary>
internal enum ProgressState
{
    NotKnown,
    Late,
    MayBeLate,
    OnItsWay,
    Done,
    Helps,
}

internal static class ProgressWords
{
    public const string Title = "How we are making things better";

    /// <summary>Terms that the page explains where it begins.</summary>
    public static readonly IReadOnlyList<string> Explained = ["SEND", "EHC plan", "EHC plans", "Local Offer", "Easy Read", "NHS"];

    public static ProgressState StateOf(Brag shown, PartFacts facts) => (shown, facts) switch
    {
        (Brag.Blue, _) => ProgressState.Helps,
        (_, { IsComplete: true }) => ProgressState.Done,
        (_, { DaysPastDue: > 0 }) or (Brag.Red, _) => ProgressState.Late,
        (Brag.Amber, _) => ProgressState.MayBeLate,
        (Brag.Green, _) => ProgressState.OnItsWay,
        _ => ProgressState.NotKnown,
    };

    public static string Of(ProgressState state) => state switch
    {
        ProgressState.Helps => "Done, and it helps",
        ProgressState.Done => "Done. We do not know yet if it helps",
        ProgressState.OnItsWay => "On its way",
        ProgressState.MayBeLate => "It may be late",
        ProgressState.Late => "Late",
        _ => "We do not know yet",
    };

    /// <summary>An area of the plan in plain words; its own title for a plan that has others.</summary>
    public static string Of(string plan, int area, string title) => (plan, area) switch
    {
        ("send-2024", 1) => "How we know if help works",
        ("send-2024", 2) => "How we talk to you",
        ("send-2024", 3) => "EHC plans and waiting times",
        ("send-2024", 4) => "Hearing children and young people",
        ("send-2024", 5) => "Growing up and moving on",
        ("send-2024", 6) => "Fun, breaks and help outside school",
        _ => title,
    };
}
