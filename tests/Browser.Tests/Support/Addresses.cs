namespace Medway.LocalOffer.Browser.Tests;

internal static class Addresses
{
    public const string Football = "/services/gills-open-disability-football";

    public const string Results = "/search?q=autism&near=ME7&age=8";

    /// <summary>Name of its picture, and address.</summary>
    public static readonly IReadOnlyList<(string Name, string Address)> Pages =
    [
        ("home", "/"),
        ("search", "/search"),
        ("results", Results),
        ("results-choices", "/search?q=swimming&need=autism&cost=paid"),
        ("results-last-page", "/search?page=999"),
        ("none", "/search?q=xqzvw"),
        ("none-choices", "/search?q=football&kind=health&need=vision&age=1"),
        ("errors", "/search?q=swimming&near=Atlantis&age=eight&kind=nonsense&need=nonsense"),
        ("crisis", "/search?q=suicidal"),
        ("long", "/search?q=" + new string('w', 300) + "&near=" + new string('m', 60)),
        ("service", Football),
        ("service-online", "/services/kooth-kent-medway"),
        ("service-sendiass", "/services/medway-sendiass"),
        ("organisation", "/organisations/medway-council"),
        ("accessibility", "/about/accessibility-statement"),
        ("privacy", "/about/privacy"),
        ("404", "/nowhere"),
        ("500", "/error/500"),
    ];

    /// <summary>One of each kind for axe, which takes its time; what opens has a test of its own.</summary>
    public static readonly IReadOnlyList<(string Name, string Address)> Kinds =
        [.. Pages.Where(page => page.Name is "home" or "results" or "none" or "errors" or "crisis" or "service" or "organisation" or "accessibility" or "privacy" or "404")];

    /// <summary>The browser writes a line of its own for each answer that is not a page.</summary>
    public static bool IsError(string address) => address is "/nowhere" or "/error/500";
}
