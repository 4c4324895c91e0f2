using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Platform.Web.Freshness;

/// <summary>How sure we are, in the same words on every page.</summary>
public static class SureWords
{
    public static string Of(Sureness sureness, DateOnly? checkedOn) => (sureness, checkedOn) switch
    {
        (Sureness.Checked, { } date) => $"Checked {date.Long()}",
        (Sureness.CheckDue, { } date) => $"Check is due. Last checked {date.Long()}",
        _ => "Not confirmed.",
    };

    /// <summary>What follows the bold words; empty when they say it all.</summary>
    public static string Detail(Sureness sureness) => sureness switch
    {
        Sureness.FromPublicPage => "Taken from a public page, not yet confirmed",
        Sureness.NotChecked => "We have not checked this yet",
        _ => "",
    };

    /// <summary>Name of the mark in the theme's sprite.</summary>
    public static string MarkOf(Sureness sureness) => sureness switch
    {
        Sureness.Checked => "m-sure",
        Sureness.CheckDue => "m-ageing",
        _ => "m-unsure",
    };
}
