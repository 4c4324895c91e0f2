using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Medway.LocalOffer.Content.Tests.Markdown;

/// <summary>Judges HTML by itself, knowing nothing of the product's own allow-list.</summary>
internal static class HarmlessHtml
{
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "div", "section", "span", "strong", "em", "b", "i", "br", "hr", "a", "img", "table", "caption", "thead", "tbody",
        "tr", "th", "td", "figure", "figcaption", "blockquote", "details", "summary", "pre", "code",
    };

    private static readonly HashSet<string> PlainAttributes = new(StringComparer.Ordinal)
    {
        "id", "class", "href", "src", "srcset", "sizes", "alt", "width", "height", "loading", "scope", "start", "data-label", "data-icon", "aria-labelledby",
    };

    /// <returns>What could run or fetch something.</returns>
    public static IReadOnlyList<string> Harm(string html) =>
        [.. new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{html}").Body!.QuerySelectorAll("*").SelectMany(Harm)];

    private static IEnumerable<string> Harm(IElement element)
    {
        if (!Plain.Contains(element.LocalName))
        {
            yield return element.LocalName;
        }

        foreach (var attribute in element.Attributes.Where(attribute => !PlainAttributes.Contains(attribute.Name)))
        {
            yield return attribute.Name;
        }

        if (element.GetAttribute("href") is { } href && !LeadsSomewherePlain(href))
        {
            yield return href;
        }

        if (element.GetAttribute("src") is { } source && !source.StartsWith("/media/", StringComparison.Ordinal))
        {
            yield return source;
        }
    }

    private static bool LeadsSomewherePlain(string href) =>
        href.StartsWith('#') || (href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal) && !href.StartsWith("/\\", StringComparison.Ordinal))
        || new[] { "https://", "http://", "mailto:", "tel:" }.Any(scheme => href.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
}
