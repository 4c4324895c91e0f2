using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Medway.LocalOffer.Content.Markdown.Blocks;

/// <summary>Blocks around one link: the page's button, a file, a film.</summary>
internal static class LinkBlocks
{
    public static void Button(BlockWriting block)
    {
        if (block.OnlyLink("[Ask for an assessment](/the-page)") is { } link)
        {
            Anchor(block, link, "button");
        }
    }

    public static void Download(BlockWriting block)
    {
        if (block.OnlyLink("[Form to ask for an assessment](media:its-name)") is not { } link)
        {
            return;
        }

        var address = Safety.Address((LinkInline)link.Inline!.FirstChild!);
        if (!SafeAddress.IsMedia(address))
        {
            block.Reading.Fault(block.Block, "A download is a file of this site: [its name in words](media:its-name)");
        }

        block.Html.Write("<p class=\"download\">");
        block.Icon("i-page");
        block.Line(link);
        if (block.Reading.Around.Media.TryGetValue(address[Math.Min(address.Length, SafeAddress.MediaScheme.Length)..], out var media))
        {
            block.Html.Write(" <span class=\"small\">").WriteEscape(media.Words).Write("</span>");
        }

        block.Html.Write("</p>").WriteLine();
    }

    /// <summary>A film is a link, never a player from another host, and its words stand beside it for people who cannot hear or watch it.</summary>
    public static void Video(BlockWriting block)
    {
        if (block.Block.ToList() is not [ParagraphBlock { Inline: { FirstChild: LinkInline { IsImage: false, NextSibling: null } } } link, .. var transcript])
        {
            block.Reading.Fault(block.Block, "Start with the link to the film on a line of its own, then an empty line, then its words: [Watch the film](https://…)");
            return;
        }

        if (transcript.Count == 0)
        {
            block.Reading.Fault(block.Block, "Write down what is said in the film, below its link. People who cannot hear it need the words.");
        }

        block.Html.Write("<div class=\"film note note--call\">");
        block.TitleLine("note__title", "i-video");
        block.Html.Write("<p>");
        block.Line(link);
        block.Html.Write("</p>");
        if (transcript.Count > 0)
        {
            block.Html.Write("<details><summary>The words of the film</summary>");
            foreach (var part in transcript)
            {
                block.Html.Render(part);
            }

            block.Html.Write("</details>");
        }

        block.Html.Write("</div>").WriteLine();
    }

    private static void Anchor(BlockWriting block, ParagraphBlock paragraph, string style)
    {
        var link = (LinkInline)paragraph.Inline!.FirstChild!;
        var address = Safety.Address(link);
        var words = MarkdownParsing.WordsOf(link).Trim();
        if (!SafeAddress.MayBeLinked(address))
        {
            block.Reading.Fault(paragraph, $"The address “{address}” is not complete. Start it with / for a page of this site, or with https://.");
            return;
        }

        block.Reading.Links.Add(new ReadLink(address, words, paragraph.Line + 1));
        block.Html.Write("<p><a class=\"").Write(style).Write("\" href=\"").WriteEscapeUrl(address).Write("\">").WriteEscape(words);
        block.Html.Write("</a></p>").WriteLine();
    }
}
