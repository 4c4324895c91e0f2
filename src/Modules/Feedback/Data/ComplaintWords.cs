namespace Medway.LocalOffer.Feedback.Data;

/// <summary>Complaints as staff read them.</summary>
internal static class ComplaintWords
{
    public static string Of(ComplaintKind kind) => kind == ComplaintKind.DataProtection ? "How we used information" : "Something that went wrong";

    /// <summary>The staff page of its kind; a complaint's own page hangs below it.</summary>
    public static string Home(ComplaintKind kind) => kind == ComplaintKind.DataProtection ? "/staff/data-complaints" : "/staff/complaints";

    /// <summary>What that page is called.</summary>
    public static string HomeTitle(ComplaintKind kind) => kind == ComplaintKind.DataProtection ? "Complaints about information" : "Complaints";

    public static string Of(ComplaintTheme theme) => theme switch
    {
        ComplaintTheme.NoReply => "No reply",
        ComplaintTheme.Late => "Late",
        ComplaintTheme.WrongOrConfusing => "Wrong or confusing",
        ComplaintTheme.NotToldOfChange => "Not told of a change",
        ComplaintTheme.NotToldOfDelay => "Not told of a delay",
        ComplaintTheme.FormatNotMet => "Not in the form that was asked for",
        ComplaintTheme.RepeatedStory => "Had to tell the story again",
        ComplaintTheme.Rude => "Rude",
        ComplaintTheme.SharedWrongly => "Information shared wrongly",
        _ => "Not about how we talk to families",
    };

    /// <summary>What is next to do in a stage.</summary>
    public static string Next(ComplaintStage stage) => stage switch
    {
        { RepliedOn: not null } => "Answered",
        { AcknowledgedOn: null } => "Say that we have it",
        _ => "Answer it",
    };

    /// <summary>How far the next day is, in words: the colour alone says nothing.</summary>
    public static string Due(DateOnly? due, DateOnly today) => due is not { } day ? "No day is set" : (day.DayNumber - today.DayNumber) switch
    {
        < -1 and var late => $"Late by {-late} days",
        -1 => "Late by 1 day",
        0 => "Due today",
        1 => "Due tomorrow",
        var left => $"In {left} days",
    };
}
