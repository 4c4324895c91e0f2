namespace Medway.LocalOffer.Content.Markdown.Blocks;

/// <summary>Blocks made of lines with a label: the short answer, own meanings of words, and what happens when.</summary>
internal static class FactBlocks
{
    private const int MostShortFacts = 5;

    // By the first word that the label holds.
    private static readonly (string Word, string Icon)[] Icons =
    [
        ("who", "i-person"), ("cost", "i-coin"), ("price", "i-coin"), ("money", "i-coin"), ("how long", "i-clock"), ("when", "i-clock"), ("time", "i-clock"),
        ("where", "i-pin"), ("how to", "i-flag"), ("phone", "i-phone"), ("call", "i-phone"), ("ask", "i-people"), ("law", "i-book"),
    ];

    public static void Short(BlockWriting block)
    {
        var lines = block.Labelled("- Who can ask: A parent or carer.");
        if (lines.Count > MostShortFacts)
        {
            block.Reading.Fault(block.Block, $"The short answer has {lines.Count} lines, and {MostShortFacts} is the most. Move the rest below.");
        }

        block.Html.Write("<section class=\"answer\" aria-labelledby=\"short\"><h2 class=\"vh\" id=\"short\">In short</h2><dl>");
        foreach (var line in lines)
        {
            block.Html.Write("<div><dt>");
            block.Icon(Icons.FirstOrDefault(icon => line.Label.Contains(icon.Word, StringComparison.OrdinalIgnoreCase)).Icon ?? "i-info");
            block.Html.WriteEscape(line.Label).Write("</dt><dd>");
            block.Line(line.Rest);
            block.Html.Write("</dd></div>");
        }

        block.Html.Write("</dl></section>").WriteLine();
    }

    public static void Words(BlockWriting block)
    {
        block.Html.Write("<div class=\"words\"><dl>");
        foreach (var line in block.Labelled("- EHC plan: A legal paper that says what extra help a child must get."))
        {
            block.Html.Write("<dt>").WriteEscape(line.Label).Write("</dt><dd>");
            block.Line(line.Rest);
            block.Html.Write("</dd>");
        }

        block.Html.Write("</dl></div>").WriteLine();
    }

    public static void Timeline(BlockWriting block)
    {
        block.Html.Write("<ol class=\"timeline\">");
        foreach (var line in block.Labelled("- Week 6: The council tells you yes or no."))
        {
            block.Html.Write("<li><b>").WriteEscape(line.Label).Write("</b> <span>");
            block.Line(line.Rest);
            block.Html.Write("</span></li>");
        }

        block.Html.Write("</ol>").WriteLine();
    }
}
