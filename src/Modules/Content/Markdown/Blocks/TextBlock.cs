namespace Medway.LocalOffer.Content.Markdown.Blocks;

/// <summary>One kind of block that editors may use. There are a dozen, and none can be added by an editor: headings and reading order stay right.</summary>
/// <param name="Name">What stands after the three colons.</param>
/// <param name="Label">What an editor calls it.</param>
/// <param name="Example">What the editor's button puts into the text: a whole block that passes the checks but for its addresses.</param>
/// <param name="Write">Prints it, and names what is wrong inside.</param>
internal sealed record TextBlock(string Name, string Label, string Example, Action<BlockWriting> Write)
{
    public static readonly IReadOnlyList<TextBlock> All =
    [
        new("short", "Short answer (at the top)", ":::short\n- Who can ask: A parent or carer.\n- Cost: Free\n:::", FactBlocks.Short),
        new("info", "Information box", ":::info What happens next\nWe write to you.\n:::", NoteBlocks.Info),
        new("warning", "Do not miss this", ":::warning Keep a copy\nWrite down the date.\n:::", NoteBlocks.Warning),
        new("contact", "How to reach somebody", ":::contact Name of the team\n- Phone: ask the council\n:::", ContactBlocks.Contact),
        new("address", "Postal address", ":::address\nFirst line\nSecond line\n:::", ContactBlocks.Address),
        new("steps", "Numbered steps", ":::steps\n### First thing to do\nSay how.\n\n### Second thing to do\nSay how.\n:::", StepsBlock.Write),
        new("button", "Button (one on a page)", ":::button\n[Say what it does](/)\n:::", LinkBlocks.Button),
        new("download", "File to download", ":::download\n[Name of the file](media:its-name)\n:::", LinkBlocks.Download),
        new("quote", "Somebody’s own words", ":::quote Who said it\nTheir words.\n:::", NoteBlocks.Quote),
        new("words", "Easy meanings of words", ":::words\n- The word: What it means.\n:::", FactBlocks.Words),
        new("timeline", "What happens when", ":::timeline\n- Week 6: The council tells you yes or no.\n:::", FactBlocks.Timeline),
        new("table", "Table", ":::table What the table shows\n| What | When |\n|---|---|\n| First | Week 6 |\n:::", TableBlock.Write),
        new("video", "Film with its words", ":::video What the film is about\n[Watch the film about it](https://)\n\nThe words of the film.\n:::", LinkBlocks.Video),
    ];

    public static TextBlock? Named(string? name) => All.FirstOrDefault(block => block.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
