using System.Text.RegularExpressions;
using Markdig.Syntax;
using Medway.LocalOffer.Platform.Web.Contact;

namespace Medway.LocalOffer.Content.Markdown.Blocks;

/// <summary>How to reach somebody. A number dials and an e-mail address opens a message; "ask the council" stays words.</summary>
internal static partial class ContactBlocks
{
    public static void Contact(BlockWriting block)
    {
        if (block.Title.Length == 0)
        {
            block.Reading.Fault(block.Block, "Say who it is: :::contact The SEN team");
        }

        block.Html.Write("<div class=\"note note--call contact\">");
        block.TitleLine("contact__name");
        foreach (var child in block.Block)
        {
            if (child is ListBlock list)
            {
                Ways(block, list);
            }
            else
            {
                block.Html.Render(child);
            }
        }

        block.Html.Write("</div>").WriteLine();
    }

    public static void Address(BlockWriting block)
    {
        block.Html.Write("<p>");
        var isFirst = true;
        foreach (var line in block.Block.OfType<ParagraphBlock>().SelectMany(paragraph => Lines(paragraph)))
        {
            block.Html.Write(isFirst ? "" : "<br>").WriteEscape(line);
            isFirst = false;
        }

        if (isFirst || block.Block.Any(child => child is not ParagraphBlock))
        {
            block.Reading.Fault(block.Block, "Write the address here, one line of it a line, with nothing else.");
        }

        block.Html.Write("</p>").WriteLine();
    }

    private static void Ways(BlockWriting block, ListBlock list)
    {
        block.Html.Write("<ul class=\"plain\">");
        foreach (var item in list.OfType<ListItemBlock>())
        {
            block.Html.Write("<li>");
            Way(block, item);
            block.Html.Write("</li>");
        }

        block.Html.Write("</ul>");
    }

    private static void Way(BlockWriting block, ListItemBlock item)
    {
        if (item is [ParagraphBlock line] && MarkdownParsing.WordsOf(line.Inline) is var words && words.Split(':', 2) is [var label, var value])
        {
            value = value.Trim();
            if (label.Equals("phone", StringComparison.OrdinalIgnoreCase) && PhoneLink.Of(value).Length > "tel:".Length)
            {
                block.Html.Write("<b>").WriteEscape(label).Write(":</b> <a class=\"tel\" href=\"").Write(PhoneLink.Of(value)).Write("\">");
                block.Icon("i-phone");
                block.Html.WriteEscape(value).Write("</a>");
                return;
            }

            if (label.Equals("email", StringComparison.OrdinalIgnoreCase) && EmailAddress().IsMatch(value))
            {
                block.Html.Write("<b>").WriteEscape(label).Write(":</b> <a href=\"mailto:").WriteEscapeUrl(value).Write("\">").WriteEscape(value).Write("</a>");
                return;
            }
        }

        var before = block.Html.ImplicitParagraph;
        block.Html.ImplicitParagraph = true;
        block.Html.WriteChildren(item);
        block.Html.ImplicitParagraph = before;
    }

    private static IEnumerable<string> Lines(ParagraphBlock paragraph)
    {
        var line = new System.Text.StringBuilder();
        foreach (var inline in paragraph.Inline ?? [])
        {
            if (inline is Markdig.Syntax.Inlines.LineBreakInline)
            {
                yield return line.ToString().Trim();
                line.Clear();
            }
            else
            {
                line.Append(inline is Markdig.Syntax.Inlines.LiteralInline literal ? literal.Content.ToString() : "");
            }
        }

        yield return line.ToString().Trim();
    }

    // Nothing that would say more to a mail program than whom to write to.
    [GeneratedRegex(@"^[\w.+'-]+@[\w-]+(?:\.[\w-]+)+$")]
    private static partial Regex EmailAddress();
}
