namespace Medway.LocalOffer.CoDesign.Domain;

/// <summary>What one screen asks.</summary>
internal enum Ask
{
    Understand,
    Useful,
    Missing,
    FindIt,
}

/// <summary>Three labelled choices, from the one that asks nothing of us to the one that asks most, and Skip. Never averaged.</summary>
internal enum Pick
{
    Easy,
    Ok,
    Hard,
    Skip,
}

/// <summary>What would make it better.</summary>
internal enum Reason
{
    Words,
    Long,
    Confusing,
    Picture,
    Missing,
    Wrong,
    NotForMe,
}

/// <summary>Questions in both ways of saying them.</summary>
internal static class Asking
{
    public static string Question(this Ask ask, bool easy) => (ask, easy) switch
    {
        (Ask.Understand, false) => "Was this part easy to understand?",
        (Ask.Understand, true) => "Was this part easy?",
        (Ask.Useful, false) => "Would this page help you?",
        (Ask.Useful, true) => "Does this page help you?",
        (Ask.Missing, false) => "Does this page have all you need?",
        (Ask.Missing, true) => "Is all you need here?",
        (_, false) => "Could you find it?",
        _ => "Did you find it?",
    };

    /// <summary>What to look at, over the box.</summary>
    public static string LookAt(this Ask ask) => ask switch
    {
        Ask.Understand => "Look at this part of the page",
        Ask.FindIt => "Try to find this",
        _ => "Think of the whole page",
    };

    public static string Words(this Pick pick, Ask ask) => (pick, ask) switch
    {
        (Pick.Skip, _) => "Skip",
        (Pick.Easy, Ask.Understand) => "Easy",
        (Pick.Ok, Ask.Understand) => "OK",
        (Pick.Hard, Ask.Understand) => "Hard",
        (Pick.Easy, _) => "Yes",
        (Pick.Ok, Ask.FindIt) => "Nearly",
        (Pick.Ok, _) => "A bit",
        _ => "No",
    };

    public static string Words(this Reason reason) => reason switch
    {
        Reason.Words => "Hard words",
        Reason.Long => "Too long",
        Reason.Confusing => "Mixed up",
        Reason.Picture => "Picture does not help",
        Reason.Missing => "Something missing",
        Reason.Wrong => "Something wrong",
        _ => "Not for me",
    };

    /// <summary>The drawing of a reason; each has its own shape.</summary>
    public static string Drawing(this Reason reason) => "c-" + reason.ToString().ToLowerInvariant();

    public static string Drawing(this Pick pick) => "p-" + pick.ToString().ToLowerInvariant();
}
