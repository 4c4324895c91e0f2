using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Medway.LocalOffer.Content.Markdown.Blocks;

/// <param name="Label">What stands before the colon.</param>
/// <param name="Rest">The line without its label.</param>
internal sealed record LabelledLine(string Label, ParagraphBlock Rest);

/// <summary>One block of a text on its way to HTML, and what the kinds of block have in common.</summary>
internal sealed class BlockWriting(HtmlRenderer html, CustomContainer block, Reading reading)
{
    public HtmlRenderer Html { get; } = html;

    public CustomContainer Block { get; } = block;

    public Reading Reading { get; } = reading;

    /// <summary>The words after the block's name.</summary>
    public string Title { get; } = block.Arguments?.Trim() ?? "";

    public void Icon(string name) => Html.Write("<i data-icon=\"").Write(name).Write("\"></i>");

    public void Body() => Html.WriteChildren(Block);

    /// <summary>The words after the name, as the block's own title line; nothing when there are none.</summary>
    public void TitleLine(string style, string? icon = null)
    {
        if (Title.Length == 0)
        {
            return;
        }

        Html.Write("<p class=\"").Write(style).Write("\">");
        if (icon is not null)
        {
            Icon(icon);
        }

        Html.WriteEscape(Title).Write("</p>").WriteLine();
    }

    /// <summary>A line's own words, links and all, without a paragraph around them.</summary>
    public void Line(ParagraphBlock line) => Html.WriteLeafInline(line);

    /// <summary>Lines of the form <c>- Label: words</c>. Anything else is named as an error and left out.</summary>
    public IReadOnlyList<LabelledLine> Labelled(string example)
    {
        List<LabelledLine> lines = [];
        foreach (var child in Block)
        {
            if (child is not ListBlock list)
            {
                Reading.Fault(child, $"In this block every line starts with a dash, then words and a colon: {example}");
                continue;
            }

            foreach (var item in list.OfType<ListItemBlock>())
            {
                if (item is [ParagraphBlock line] && TakeLabel(line) is { Length: > 0 } label)
                {
                    lines.Add(new LabelledLine(label, line));
                }
                else
                {
                    Reading.Fault(item, $"Start this line with words and a colon: {example}");
                }
            }
        }

        if (lines.Count == 0)
        {
            Reading.Fault(Block, $"This block is empty. Write for example: {example}");
        }

        return lines;
    }

    /// <summary>The one link that the block holds; null, and an error, when it holds anything else.</summary>
    public ParagraphBlock? OnlyLink(string example)
    {
        if (Block is [ParagraphBlock { Inline: { FirstChild: LinkInline { IsImage: false, NextSibling: null } } } only])
        {
            return only;
        }

        Reading.Fault(Block, $"This block holds one link and nothing else: {example}");
        return null;
    }

    private static string? TakeLabel(ParagraphBlock line)
    {
        var first = line.Inline?.FirstChild;
        var emphasised = first as EmphasisInline;
        if ((emphasised?.NextSibling ?? first) is not LiteralInline literal)
        {
            return null;
        }

        var text = literal.Content.ToString();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || (emphasised is not null && !string.IsNullOrWhiteSpace(text[..colon])))
        {
            return null;
        }

        var label = emphasised is null ? text[..colon].Trim() : MarkdownParsing.WordsOf(emphasised).Trim();
        emphasised?.Remove();
        literal.Content = new StringSlice(text[(colon + 1)..].TrimStart());
        return label;
    }
}
