using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Medway.LocalOffer.Content.Markdown.Blocks;

namespace Medway.LocalOffer.Content.Markdown.Rendering;

/// <summary>Hands a block to its kind. A name that nobody knows prints what stands inside, and an error.</summary>
internal sealed class ContainerWriting(Reading reading) : HtmlObjectRenderer<CustomContainer>
{
    private static readonly string Names = string.Join(", ", TextBlock.All.Select(block => block.Name));

    protected override void Write(HtmlRenderer renderer, CustomContainer container)
    {
        if (container.ClosingFencedCharCount == 0)
        {
            reading.Fault(container, "This block is not closed. Put a line with only ::: after its last line.");
        }

        if (container.Parent is CustomContainer outer && !IsSteps(outer))
        {
            reading.Fault(container, "A block cannot stand inside another one. Close the first with ::: before this one.");
        }

        if (TextBlock.Named(container.Info) is not { } kind)
        {
            reading.Fault(container, $"There is no block called “{container.Info}”. There are: {Names}.");
            renderer.WriteChildren(container);
            return;
        }

        reading.Blocks[kind.Name] = reading.Blocks.GetValueOrDefault(kind.Name) + 1;
        if (reading.Blocks[kind.Name] == 2 && kind.Name is "short" or "button")
        {
            reading.Fault(container, $"A page has one :::{kind.Name} and no more: one thing to do first.");
        }

        kind.Write(new BlockWriting(renderer, container, reading));
    }

    private static bool IsSteps(CustomContainer container) => string.Equals(container.Info, "steps", StringComparison.OrdinalIgnoreCase);
}
