using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Medway.LocalOffer.Content.Markdown.Rendering;

/// <summary>A heading with an anchor. The page's title is its only first heading, so a text begins at the second level.</summary>
internal sealed class HeadingWriting(Reading reading) : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var (words, wanted) = Anchors.Split(MarkdownParsing.WordsOf(heading.Inline));
        if (wanted is not null && reading.Anchors.IsTaken(wanted))
        {
            reading.Fault(heading, $"The anchor #{wanted} stands twice, or belongs to the page's frame. Choose another.");
        }

        var anchor = reading.Anchors.Take(words, wanted);
        var level = Math.Clamp(heading.Level, 2, 4);
        reading.Headings.Add(new ReadHeading(heading.Level, words.Trim(), anchor, heading.Line + 1));
        DropFixedAnchor(heading.Inline, wanted);
        renderer.Write($"<h{level} id=\"{anchor}\">").WriteLeafInline(heading);
        renderer.Write($"</h{level}>").WriteLine();
    }

    private static void DropFixedAnchor(ContainerInline? inlines, string? wanted)
    {
        if (wanted is not null && inlines?.LastChild is LiteralInline last && last.Content.ToString().LastIndexOf("{#", StringComparison.Ordinal) is >= 0 and var at)
        {
            last.Content = new Markdig.Helpers.StringSlice(last.Content.ToString()[..at].TrimEnd());
        }
    }
}
