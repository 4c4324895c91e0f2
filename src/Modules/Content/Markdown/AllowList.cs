using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Medway.LocalOffer.Content.Markdown;

/// <summary>
/// The last of the gates: only these elements, attributes and values reach a page. Our own renderer makes nothing else, so anything that would
/// have to be taken away is a reason to refuse the text, never something to strip in silence.
/// </summary>
internal static partial class AllowList
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "section", "strong", "b", "em", "br", "hr", "a", "img", "span", "i", "pre", "code",
        "table", "caption", "thead", "tbody", "tr", "th", "td", "blockquote", "figure", "figcaption", "details", "summary", "address",
    };

    private static readonly HashSet<string> Classes = new(StringComparer.Ordinal)
    {
        "answer", "vh", "note", "note--sun", "note--call", "note__title", "words", "steps", "timeline", "contact", "contact__name", "button", "download", "small",
        "quote", "table-wrap", "table", "table--fold", "tel", "link", "term", "picture", "film", "plain", "draw", "easy__list",
    };

    /// <returns>What does not belong there, in the words of HTML; empty when all of it does.</returns>
    public static IReadOnlyList<string> Offences(string html)
    {
        var parser = new HtmlParser();
        var body = parser.ParseDocument("").Body!;
        List<string> offences = [];

        foreach (var element in parser.ParseFragment(html, body).SelectMany(Everything))
        {
            if (!Elements.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
            {
                offences.Add($"<{element.LocalName}>");
                continue;
            }

            offences.AddRange(element.Attributes.Where(attribute => !Allows(element.LocalName, attribute)).Select(attribute => $"{attribute.Name} on <{element.LocalName}>"));
        }

        return offences;
    }

    private static IEnumerable<IElement> Everything(INode node) =>
        node is IElement element ? [element, .. element.QuerySelectorAll("*")] : [];

    private static bool Allows(string element, IAttr attribute) => (element, attribute.Name) switch
    {
        (_, "class") => attribute.Value.Split(' ').All(Classes.Contains),
        (_, "id") => Id().IsMatch(attribute.Value),
        ("a", "href") => SafeAddress.MayBeLinked(attribute.Value),
        ("img", "src") => SafeAddress.IsOwn(attribute.Value),
        ("img", "srcset") => attribute.Value.Split(", ").All(source => SafeAddress.IsOwn(source.Split(' ')[0])),
        ("img", "alt" or "sizes") => true,
        ("img", "width" or "height") or ("ol", "start") => Number().IsMatch(attribute.Value),
        ("img", "loading") => attribute.Value == "lazy",
        ("i", "data-icon") => IconName().IsMatch(attribute.Value),
        ("td", "data-label") => true,
        ("th", "scope") => attribute.Value is "col" or "row",
        ("section", "aria-labelledby") => Id().IsMatch(attribute.Value),
        _ => false,
    };

    [GeneratedRegex("^[a-z0-9-]{1,80}$")]
    private static partial Regex Id();

    [GeneratedRegex("^[0-9]{1,9}$")]
    private static partial Regex Number();

    [GeneratedRegex("^[a-z]-[a-z0-9-]{1,40}$")]
    private static partial Regex IconName();
}
