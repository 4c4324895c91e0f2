using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web.Frame;

namespace Medway.LocalOffer.Messaging.Domain;

/// <summary>
/// Fields that every text has, so that nobody is told to call without being told how: the number that the council has confirmed or, while there is none,
/// the page that says how to reach whom.
/// </summary>
internal static class CouncilContacts
{
    private static readonly (string Field, string Whom, Setting<string?> Phone, string Page)[] All =
    [
        ("((call_council))", "the council", SiteSettings.CouncilPhone, "/about/without-the-internet"),
        ("((call_sen_team))", "the SEN team", SiteSettings.SenTeamPhone, "/services/medway-sen-team-ehcp"),
    ];

    /// <summary>As they are written into a text.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. All.Select(contact => contact.Field)];

    public static bool Has(string name) => Fields.Contains($"(({name}))");

    public static bool StandIn(string text) => Fields.Any(field => text.Contains(field, StringComparison.Ordinal));

    /// <param name="site">Address of the site, without a slash at the end.</param>
    public static string Fill(string text, Settings settings, string site)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(settings);
        foreach (var (field, whom, phone, page) in All)
        {
            text = text.Replace(
                field, settings.Get(phone) is { Length: > 0 } number ? TemplateText.Clean($"call {whom} on {number}") : $"ask {whom} ({site}{page})", StringComparison.Ordinal);
        }

        return text;
    }
}
