using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Evidence;

/// <summary>What a page of this site says, as a plain text that anybody can read in ten years, without the page and without this site.</summary>
internal static class PageSnapshot
{
    private static readonly HtmlParser Parser = new();

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "h2", "h3", "h4", "li", "ul", "ol", "dl", "dt", "dd", "table", "caption", "tr", "th", "td", "div", "section", "aside", "details", "summary", "blockquote", "figure", "figcaption", "br", "hr",
    };

    public static byte[] Write(PinnedPage page, DateTimeOffset at)
    {
        var text = new StringBuilder();
        text.Append(page.Title).Append('\n')
            .Append("Address: ").Append(page.Path).Append('\n')
            .Append("Version: ").Append(page.RevisionId.ToString("D")).Append('\n')
            .Append("Kept: ").Append(at.Moment()).Append('\n');
        foreach (var section in page.Sections)
        {
            text.Append('\n');
            foreach (var line in Lines(section.Html))
            {
                text.Append(line).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IEnumerable<string> Lines(string html)
    {
        var words = new StringBuilder();
        Read(Parser.ParseDocument(html).Body!, words);
        return words.ToString().Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0);
    }

    /// <summary>A link keeps where it leads: that is often what the evidence is about.</summary>
    private static void Read(INode node, StringBuilder words)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                words.Append(text.Data.ReplaceLineEndings(" "));
            }
            else if (child is IElement element)
            {
                var end = Blocks.Contains(element.LocalName) ? "\n" : "";
                words.Append(end);
                Read(element, words);
                words.Append(element is { LocalName: "a" } && element.GetAttribute("href") is { Length: > 0 } address && address[0] != '#' ? $" ({address})" : "").Append(end);
            }
        }
    }
}
