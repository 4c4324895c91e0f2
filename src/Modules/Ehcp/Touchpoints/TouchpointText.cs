using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Ehcp.Features.My.SeeOwnRecords;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>What somebody is told: the same words in the preview, in the message and in the person's own list.</summary>
/// <param name="Words">What it is about.</param>
/// <param name="Next">Where they are, who acts next, and by when. Short and without whose advice: it stands in text messages.</param>
/// <param name="NamesNextStep">It names who acts next and a day to come.</param>
internal sealed record TouchpointText(string Words, string Next, bool NamesNextStep)
{
    public string Whole => $"{Words}\n\n{Next}";

    /// <param name="cause">What started it; null when a day or a question did.</param>
    /// <param name="read">As the person may know it.</param>
    /// <param name="own">What the officer adds; empty for none.</param>
    public static TouchpointText Of(TouchpointKind kind, Happening? cause, ReadRecord read, DateOnly today, string own = "")
    {
        var about = CauseWords.Of(kind, cause, read);
        var words = own.Length == 0 ? about : $"{about}\n\n{own}";
        var stage = FamilyWords.Of(Stages.Of(read.Happened));
        var by = NextOf(read);
        var next = by is { Day: { } day } due && day >= today
            ? $"Where you are: {stage.Where}. {stage.Who} {Due(due)}: by {day.Long()}."
            : $"Where you are: {stage.Where}. {stage.Who}";
        return new TouchpointText(words, next, by?.Day >= today);
    }

    /// <summary>The family's own time while it is their turn, else what somebody else must do next.</summary>
    private static DueDate? NextOf(ReadRecord read) => Stages.Of(read.Happened) is Stage.DraftYourTurn or Stage.ChangesYourTurn
        ? read.Dates.LastOrDefault(date => date is { IsOpen: true, Rule.Code: "T07" or "R08" })
        : EhcRecord.NextOf(read.Dates);

    private static string Due(DueDate date) => date.Rule.Code == "T04" ? "The next advice is due" : FamilyWords.Due(date);
}
