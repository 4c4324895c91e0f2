namespace Medway.LocalOffer.Content.Markdown.Blocks;

/// <summary>Boxes of ordinary text. Their title is no heading: it would tear the page's outline.</summary>
internal static class NoteBlocks
{
    public static void Info(BlockWriting block) => Note(block, "note", "i-info");

    public static void Warning(BlockWriting block) => Note(block, "note note--sun", "i-warn");

    public static void Quote(BlockWriting block)
    {
        if (block.Title.Length == 0)
        {
            block.Reading.Fault(block.Block, "Say whose words they are: :::quote A young person, 15");
        }

        block.Html.Write("<figure class=\"quote\"><blockquote>");
        block.Body();
        block.Html.Write("</blockquote>");
        if (block.Title.Length > 0)
        {
            block.Html.Write("<figcaption>").WriteEscape(block.Title).Write("</figcaption>");
        }

        block.Html.Write("</figure>").WriteLine();
    }

    private static void Note(BlockWriting block, string style, string icon)
    {
        if (block.Block.Count == 0)
        {
            block.Reading.Fault(block.Block, "This box is empty. Write something between its two lines, or take it away.");
        }

        block.Html.Write("<div class=\"").Write(style).Write("\">");
        block.TitleLine("note__title", icon);
        block.Body();
        block.Html.Write("</div>").WriteLine();
    }
}
