namespace Medway.LocalOffer.Feedback.Data;

/// <summary>Kinds and states as staff read them.</summary>
internal static class CommentWords
{
    public static string Of(CommentKind kind) => kind switch
    {
        CommentKind.Wrong => "Something is wrong",
        CommentKind.Missing => "Something is missing",
        CommentKind.HardToUse => "Hard to read or use",
        CommentKind.Idea => "An idea",
        _ => "Thank you",
    };

    public static string Of(CommentState state) => state switch
    {
        CommentState.DealtWith => "Dealt with",
        CommentState.SetAside => "Set aside",
        _ => "New",
    };

    public static string Of(Moderation moderation) => moderation switch
    {
        Moderation.Accepted => "Accepted",
        Moderation.WordsRemoved => "Accepted, with words removed",
        Moderation.NotForPublishing => "Not for publishing",
        Moderation.Worried => "With the safeguarding lead",
        _ => "Waits for a moderator",
    };

    public static string Of(WhyNot why) => why switch
    {
        WhyNot.Abusive => "Abusive",
        WhyNot.Vexatious => "Meant to annoy, again and again",
        WhyNot.AboutOnePerson => "A complaint about help for one person",
        _ => "Not about the Local Offer",
    };
}
