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
}
