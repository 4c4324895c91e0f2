using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Medway.LocalOffer.Content.Markdown.Rendering;

/// <summary>Code has no place on a page for families; four spaces before a line make some by accident. It is printed as it was typed.</summary>
internal sealed class CodeWriting(Reading reading) : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock code)
    {
        reading.Fault(code, "This would be shown as computer code. Take away the spaces before the line, or the ``` marks.");
        renderer.Write("<pre><code>").WriteLeafRawLines(code, writeEndOfLines: true, escape: true);
        renderer.Write("</code></pre>").WriteLine();
    }
}

internal sealed class QuoteWriting(Reading reading) : HtmlObjectRenderer<QuoteBlock>
{
    protected override void Write(HtmlRenderer renderer, QuoteBlock quote)
    {
        reading.Fault(quote, "Use a quote block that says whose words they are: :::quote Who said it.");
        renderer.Write("<blockquote>").WriteChildren(quote);
        renderer.Write("</blockquote>").WriteLine();
    }
}

/// <summary>A picture alone in its paragraph gets room of its own.</summary>
internal sealed class ParagraphWriting : HtmlObjectRenderer<ParagraphBlock>
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (renderer.ImplicitParagraph)
        {
            renderer.WriteLeafInline(paragraph);
            return;
        }

        var isPicture = paragraph.Inline is { FirstChild: LinkInline { IsImage: true, NextSibling: null } };
        renderer.Write(isPicture ? "<p class=\"picture\">" : "<p>").WriteLeafInline(paragraph);
        renderer.Write("</p>").WriteLine();
    }
}
