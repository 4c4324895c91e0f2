using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.People.Features;

/// <summary>The fields of <c>_Liked.cshtml</c>, for staff and for the person.</summary>
internal sealed class LikedForm
{
    public static readonly IReadOnlyList<Choice> CallFirsts = [new("yes", "Ring before you send anything")];

    public static readonly IReadOnlyList<Choice> AnyDays = [new("yes", "Sundays and bank holidays are fine too")];

    public string Channel { get; set; } = "";

    public string Language { get; set; } = "en";

    public string Format { get; set; } = nameof(MessageFormat.Standard);

    public string Earliest { get; set; } = "";

    public string Latest { get; set; } = "";

    public string AnyDay { get; set; } = "";

    public string CallFirst { get; set; } = "";

    public static LikedForm Of(Preferences preferences)
    {
        var liked = LikedWay.Of(preferences);
        return new()
        {
            Channel = liked.Channel,
            Language = liked.Language,
            Format = liked.Format,
            Earliest = liked.Earliest,
            Latest = liked.Latest,
            AnyDay = liked.AnyDay ? "yes" : "",
            CallFirst = liked.CallFirst ? "yes" : "",
        };
    }

    public LikedWay Read() => new(Channel, Language, Format, Earliest, Latest, AnyDay == "yes", CallFirst == "yes");
}
