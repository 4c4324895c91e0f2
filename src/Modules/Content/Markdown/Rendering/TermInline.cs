using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Medway.LocalOffer.Content.Markdown.Rendering;

/// <summary>The first use of a word that needs explaining: a link to what it means.</summary>
internal sealed class TermInline : LeafInline
{
    public required string Words { get; init; }

    public required string Anchor { get; init; }
}

internal sealed class TermWriting : HtmlObjectRenderer<TermInline>
{
    protected override void Write(HtmlRenderer renderer, TermInline term) =>
        renderer.Write("<a class=\"term\" href=\"#").Write(term.Anchor).Write("\">").WriteEscape(term.Words).Write("</a>");
}
