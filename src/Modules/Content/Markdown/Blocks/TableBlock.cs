using Markdig.Extensions.Tables;

namespace Medway.LocalOffer.Content.Markdown.Blocks;

/// <summary>Gives a table its caption.</summary>
internal static class TableBlock
{
    public static void Write(BlockWriting block)
    {
        if (block.Block is not [Table table])
        {
            block.Reading.Fault(block.Block, "Between :::table and ::: stands one table and nothing else: a row of headings, a row of dashes, then the rows, with | between cells.");
            block.Body();
            return;
        }

        block.Html.Render(table);
    }
}
