using Medway.LocalOffer.People.Contracts;

namespace Medway.LocalOffer.People.Features;

/// <summary>Preferences as somebody reads them.</summary>
internal static class PreferencesWords
{
    public static IEnumerable<(string What, string How)> Of(Preferences preferences)
    {
        var liked = LikedWay.Of(preferences);
        yield return ("How", LikedWay.Channels.FirstOrDefault(choice => choice.Value == liked.Channel)?.Text ?? "Not said yet");
        yield return ("Language", LikedWay.Languages.FirstOrDefault(choice => choice.Value == liked.Language)?.Text ?? liked.Language);
        yield return ("Form", LikedWay.Formats.Single(choice => choice.Value == liked.Format).Text);
        yield return ("Best time", (liked.Earliest, liked.Latest) switch
        {
            ("", "") => "Any usual time",
            (var from, "") => $"Not before {Hour(from)}",
            ("", var to) => $"Not after {Hour(to)}",
            var (from, to) => $"Between {Hour(from)} and {Hour(to)}",
        });
        yield return ("Sundays and bank holidays", liked.AnyDay ? "Yes" : "No");
        yield return ("Ring first", liked.CallFirst ? "Yes" : "No");
    }

    private static string Hour(string time) => LikedWay.Hours.Single(choice => choice.Value == time).Text;
}
