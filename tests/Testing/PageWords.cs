using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Medway.LocalOffer.Platform.PlainWords;

namespace Medway.LocalOffer.Testing;

/// <summary>The running text of a page and how old a reader must be for it.</summary>
public static partial class PageWords
{
    /// <summary>What the site explains where it stands, and names of bodies and papers.</summary>
    private static readonly string[] Explained =
    [
        "education, health and care", "special educational needs and disabilities", "special educational needs", "Local Offer", "EHC plans", "EHC plan",
        "SENDIASS", "WCAG 2.2, level AA", "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018",
        "Equality and Human Rights Commission", "Equality Advisory and Support Service", "Information Commissioner’s Office",
        "British Sign Language", "Easy Read", "postcode", "disability",
    ];

    public static ReadingAge ReadingAgeOf(IElement part) => ReadingAge.Of(BlocksOf(part), Explained);

    /// <summary>Each block of running text once: a list item's paragraph is not counted twice.</summary>
    private static IReadOnlyList<string> BlocksOf(IElement part) =>
        [.. part.QuerySelectorAll("h1, h2, h3, h4, p, li, dt, dd, label, legend, summary")
            .Where(block => block.QuerySelector("p, li, dd, h2, h3") is null)
            .Select(block => Spaces().Replace(block.TextContent, " ").Trim())
            .Where(text => text.Length > 0)];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
