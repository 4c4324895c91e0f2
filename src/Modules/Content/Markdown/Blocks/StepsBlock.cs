using Markdig.Syntax;

namespace Medway.LocalOffer.Content.Markdown.Blocks;

/// <summary>Numbered steps: each begins with a heading of the third level, and what follows belongs to it.</summary>
internal static class StepsBlock
{
    private const int StepLevel = 3;

    public static void Write(BlockWriting block)
    {
        if (block.Block.FirstOrDefault() is not HeadingBlock { Level: StepLevel })
        {
            block.Reading.Fault(block.Block, "Start with the name of the first step: ### First thing to do");
        }

        block.Html.Write("<ol class=\"steps\">");
        var isOpen = false;
        foreach (var child in block.Block)
        {
            if (child is HeadingBlock { Level: StepLevel } || !isOpen)
            {
                block.Html.Write(isOpen ? "</li><li>" : "<li>");
                isOpen = true;
            }

            block.Html.Render(child);
        }

        block.Html.Write(isOpen ? "</li></ol>" : "</ol>").WriteLine();
    }
}
