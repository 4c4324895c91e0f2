using Medway.LocalOffer.Content.Markdown;

namespace Medway.LocalOffer.Content.Tests.Markdown;

public sealed class TextChecksTests
{
    [Theory]
    [InlineData("# Title", 1, "only main heading")]
    [InlineData("## A\n\n#### B", 3, "skips a level: use ###")]
    [InlineData("### A", 1, "skips a level: use ##")]
    [InlineData("##", 1, "heading is empty")]
    [InlineData("Words.\n\nSee [here](/a).", 3, "do not say where the link leads")]
    [InlineData("[https://law.example](https://law.example)", 1, "bare web address")]
    [InlineData("<https://law.example>", 1, "bare web address")]
    [InlineData("[](/a)", 1, "no words")]
    [InlineData("[The plan](plan)", 1, "not complete")]
    [InlineData("[The plan](#nowhere)", 1, "has the anchor #nowhere")]
    [InlineData("![](media:gone)", 1, "no picture or file called “gone”")]
    [InlineData("![IMG_1234](media:map)", 1, "name of a file")]
    [InlineData("![map.png](media:map)", 1, "name of a file")]
    [InlineData("| a | b |\n|---|---|\n| c | d |", 1, "Say what the table shows")]
    [InlineData(":::table What\n| a |  |\n|---|---|\n| c | d |\n:::", 2, "Every column needs a heading")]
    [InlineData(":::table What\n| a | b |\n|---|---|\n|  | d |\n:::", 4, "first cell of each row")]
    [InlineData("| a | b |\n| c | d |", 1, "table without headings")]
    [InlineData("Ask the MPCF now.", 1, "Say what MPCF means")]
    [InlineData("## The MPCF\n\nThey help.", 1, "Say what MPCF means")]
    [InlineData(":::info Open\nWords.", 1, "not closed")]
    [InlineData(":::box\nWords.\n:::", 1, "no block called “box”")]
    [InlineData("::::info A\n:::warning B\nWords.\n:::\n::::", 2, "cannot stand inside another")]
    [InlineData(":::short\n- Just words\n:::", 2, "words and a colon")]
    [InlineData(":::short\n- a: 1\n- b: 2\n- c: 3\n- d: 4\n- e: 5\n- f: 6\n:::", 1, "5 is the most")]
    [InlineData(":::button\n[Ask us](/a)\n:::\n\n:::button\n[Tell us](/b)\n:::", 5, "one :::button and no more")]
    [InlineData(":::button\nNo link\n:::", 1, "one link and nothing else")]
    [InlineData(":::video Film\n[Watch the film](https://films.example)\n:::", 1, "Write down what is said")]
    [InlineData(":::quote\nWords.\n:::", 1, "whose words")]
    [InlineData("> Words.", 1, "quote block")]
    [InlineData("Words.\n\n    code", 3, "computer code")]
    [InlineData("## A {#main}", 1, "anchor #main")]
    public void Read_Fault_BlocksPublishingAndSaysWhereAndWhat(string markdown, int line, string words)
    {
        var text = PageText.Read(markdown, TextKind.Full, Hostile.Around);
        text.IsRefused.ShouldBeFalse();
        text.MayBePublished.ShouldBeFalse();
        text.Problems.ShouldContain(problem => problem.Weight == Weight.Error && problem.Line == line && problem.Message.Contains(words), string.Join("\n", text.Problems));
    }

    [Theory]
    [InlineData("One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty more and more and more words.", "26 words")]
    [InlineData("This is *important*.", "Slanted words")]
    [InlineData("- a\n  - b", "list inside a list")]
    [InlineData("## A part:\n\nWords.", "no full stop")]
    [InlineData("## Same\n\nA.\n\n## Same\n\nB.", "Another heading says")]
    [InlineData("[The plan](/a) and [the plan](/b).", "lead to different places")]
    [InlineData("![A picture of a map](media:map)", "what it shows")]
    public void Read_Hint_NeverBlocks(string markdown, string words)
    {
        var text = PageText.Read(markdown, TextKind.Full, Hostile.Around);
        text.MayBePublished.ShouldBeTrue(string.Join("\n", text.Problems));
        text.Problems.ShouldContain(problem => problem.Weight == Weight.Hint && problem.Message.Contains(words), string.Join("\n", text.Problems));
    }

    [Theory]
    [InlineData("The MPCF (Medway Parents and Carers Forum) can help. Ask the MPCF.")]
    [InlineData("Ask the forum of parents (MPCF). The MPCF is free.")]
    [InlineData("## MPCF\n\nThe MPCF (Medway Parents and Carers Forum) can help.")]
    [InlineData("Ask the MPCF.\n\n:::words\n- MPCF: The forum of parents and carers.\n:::")]
    [InlineData("Your EHC plan is yours. EHC plans last. An EHCP is the same.")]
    [InlineData("Call the NHS or your GP. Two GPs are there. Go to ME4 4TR or the A2.")]
    [InlineData("OK: it is on TV and on YouTube. McDonald is a name.")]
    public void Read_ExplainedShortForms_AreNoFault(string markdown) =>
        PageText.Read(markdown, TextKind.Full, Hostile.Around).Problems.Where(problem => problem.Weight != Weight.Hint).ShouldBeEmpty();

    [Theory]
    [InlineData("Words without a picture.", 1, "stands in an idea")]
    [InlineData("", 1, "no idea here yet")]
    [InlineData(":::idea\nHelp.\n:::", 1, "what it means here")]
    [InlineData(":::idea d-nothing School\nHelp.\n:::", 1, "no drawing called “d-nothing”")]
    [InlineData(":::idea media:gone School\nHelp.\n:::", 1, "no picture called “gone”")]
    [InlineData(":::idea d-school School\nHelp. More help.\n:::", 2, "One sentence a line")]
    [InlineData(":::idea d-school School\nOne two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.\n:::", 2, "16 words")]
    [InlineData(":::idea d-school School\nA.\nB.\nC.\nD.\n:::", 1, "This one has 4")]
    [InlineData(":::idea d-school School\n- A list\n:::", 2, "sentences only")]
    [InlineData(":::idea d-school School\nA.\n:::\n\n:::idea d-school Plan\nB.\n:::", 5, "means “School” further up")]
    [InlineData(":::idea d-school School\nA.\n:::\n\n:::idea d-plan School\nB.\n:::", 5, "another picture further up")]
    [InlineData(":::idea d-school School\nA.", 1, "not closed")]
    [InlineData(":::info Title\nA.\n:::", 1, "stands in an idea")]
    public void Read_EasyReadFault_SaysWhereAndWhat(string markdown, int line, string words)
    {
        var text = PageText.Read(markdown, TextKind.EasyRead, Hostile.Around);
        text.MayBePublished.ShouldBeFalse();
        text.Problems.ShouldContain(problem => problem.Line == line && problem.Message.Contains(words), string.Join("\n", text.Problems));
    }

    [Theory]
    [InlineData("<b>Words</b>", "HTML cannot be used here")]
    [InlineData("Words.\n\n[press](javascript:alert(1))", "address is not allowed")]
    [InlineData("![a](https://elsewhere.example/a.png)", "this site's own pictures")]
    [InlineData("a\0b", "hidden character")]
    public void Read_Unsafe_IsRefusedAndNothingOfItIsPrinted(string markdown, string words)
    {
        var text = PageText.Read(markdown, TextKind.Full, TextSurroundings.None);
        text.IsRefused.ShouldBeTrue();
        text.Html.ShouldBeEmpty();
        text.Problems.ShouldHaveSingleItem().Message.ShouldContain(words);
        text.Problems[0].Line.ShouldBe(markdown.Count(character => character == '\n') + 1);
    }
}
