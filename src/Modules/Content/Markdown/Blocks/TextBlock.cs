namespace Medway.LocalOffer.Content.Markdown.Blocks;

/// <summary>One kind of block that editors may use. There are a dozen, and none can be added by an editor: headings and reading order stay right.</summary>
/// <param name="Name">What stands after the three colons.</param>
/// <param name="Write">Prints it, and names what is wrong inside.</param>
internal sealed record TextBlock(string Name, Action<BlockWriting> Write)
{
    public static readonly IReadOnlyList<TextBlock> All =
    [
        new("short", FactBlocks.Short),
        new("info", NoteBlocks.Info),
        new("warning", NoteBlocks.Warning),
        new("contact", ContactBlocks.Contact),
        new("address", ContactBlocks.Address),
        new("steps", StepsBlock.Write),
        new("button", LinkBlocks.Button),
        new("download", LinkBlocks.Download),
        new("quote", NoteBlocks.Quote),
        new("words", FactBlocks.Words),
        new("timeline", FactBlocks.Timeline),
        new("table", TableBlock.Write),
        new("video", LinkBlocks.Video),
    ];

    public static TextBlock? Named(string? name) => All.FirstOrDefault(block => block.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
