using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.Ehcp.Features;

/// <summary>Where children are taught, as staff read it.</summary>
internal static class SettingWords
{
    public static readonly IReadOnlyList<Choice> Kinds = Choice.OfAll<SettingKind>(Of);

    public static string Of(SettingKind kind) => kind switch
    {
        SettingKind.School => "At a school, college or early years provider",
        SettingKind.OtherThanAtSchool => "Education other than at school, arranged by the council (section 61)",
        SettingKind.Section19 => "Arranged by the council, because no school has them (section 19)",
        SettingKind.HomeByChoice => "Taught at home by the parents’ choice",
        _ => "Nothing is arranged",
    };

    /// <summary>The same in few letters: beside the bar of a chart there is room for one line.</summary>
    public static string Short(SettingKind kind) => kind switch
    {
        SettingKind.School => "At a school or early years provider",
        SettingKind.OtherThanAtSchool => "Education elsewhere (section 61)",
        SettingKind.Section19 => "Arranged by the council (section 19)",
        SettingKind.HomeByChoice => "At home, by the parents’ choice",
        _ => "Nothing is arranged",
    };
}
