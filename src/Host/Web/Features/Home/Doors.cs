namespace Medway.LocalOffer.Web.Features.Home;

/// <summary>The eight plain doors of the home page. Each opens its section of pages, or a search while there is none.</summary>
/// <param name="Section">Path of the section's first page.</param>
/// <param name="Search">Where it leads as long as that page is not there.</param>
internal sealed record Door(string Title, string Words, string Section, string Search, string Drawing)
{
    public string Href(IReadOnlySet<string> sections) => sections.Contains(Section) ? Section : Search;
}

internal static class Doors
{
    public static readonly IReadOnlyList<Door> All =
    [
        new("Worried about your child", "Talking, walking, playing, feelings. Who to ask first.", "/worried-about-your-child", "/search?q=worried%20about%20my%20child", "d-blocks"),
        new("Help at school", "Schools, nurseries and the people who help there.", "/help-at-school", "/search?q=help%20at%20school", "d-bag"),
        new("EHC plans", "EHC means education, health and care. It is a legal plan for extra help.", "/ehc-plans", "/search?q=EHC%20plan", "d-plan"),
        new("Things to do", "Clubs, sport, swimming and days out that welcome you.", "/things-to-do", "/search?kind=things_to_do", "d-kite"),
        new("Short breaks and care", "Time out for you. Fun for them.", "/short-breaks", "/search?kind=breaks_and_care", "d-mug"),
        new("Health and therapies", "Speech, movement, sleep and feelings.", "/health", "/search?kind=health", "d-heart"),
        new("Travel and equipment", "Getting to school, bus passes, wheelchairs, changes to your home.", "/travel-and-equipment", "/search?kind=money_and_travel", "d-bus"),
        new("Getting ready to be an adult", "Work, college, home and friends. From age 14.", "/growing-up", "/search?kind=growing_up", "d-key"),
    ];
}
