using System.Diagnostics;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Content.Tests.Markdown;

/// <summary>What somebody writes in order to harm readers is refused with a message, or rendered so that it harms nobody.</summary>
[Proves("content")]
public sealed class HostileTests
{
    [Fact]
    public void Corpus_IsLargeAndWithoutRepeats()
    {
        Hostile.All.Count.ShouldBeGreaterThanOrEqualTo(300);
        Hostile.All.Select(text => (text.Kind, text.Text)).Distinct().Count().ShouldBe(Hostile.All.Count);
    }

    [Fact]
    public void Read_EveryHostileText_IsRefusedWithAMessageOrHarmless()
    {
        List<string> wrong = [];
        foreach (var hostile in Hostile.All)
        {
            var text = PageText.Read(hostile.Text, hostile.TextKind, Hostile.Around);
            var came = text.IsRefused ? "refused" : "harmless";
            if (came != hostile.Expect)
            {
                wrong.Add($"{came}, not {hostile.Expect}: {hostile.Text} → {text.Html}");
            }

            var lines = hostile.Text.Split('\n').Length;
            if (text.Problems.Any(problem => problem.Message.Length < 20 || problem.Line < 1 || problem.Line > lines))
            {
                wrong.Add($"a message without a line or without words: {hostile.Text}");
            }

            if (HarmlessHtml.Harm(text.Html) is { Count: > 0 } harm)
            {
                wrong.Add($"harm ({string.Join(", ", harm)}): {hostile.Text} → {text.Html}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Harm_IsFoundInMostOfTheCorpus_WhenNothingGuardsIt()
    {
        // The control: the same texts through the plain parser. A judge that finds nothing here would find nothing anywhere.
        var harmful = Hostile.All.Count(hostile => HarmlessHtml.Harm(Markdig.Markdown.ToHtml(hostile.Text)).Count > 0);
        harmful.ShouldBeGreaterThan(200);
    }

    [Theory]
    [MemberData(nameof(Heavy))]
    public void Read_TextMadeToBeSlow_AnswersInTime(string name)
    {
        var watch = Stopwatch.StartNew();
        var text = PageText.Read(HeavyTexts[name], TextKind.Full, Hostile.Around);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), name);
        HarmlessHtml.Harm(text.Html).ShouldBeEmpty();
    }

    [Fact]
    public void Read_OneMegabyte_IsRefusedWithWhatToDo()
    {
        var text = PageText.Read(new string('a', 1_000_000), TextKind.Full, TextSurroundings.None);
        text.IsRefused.ShouldBeTrue();
        text.Problems.ShouldHaveSingleItem().Message.ShouldBe("This page is too long: 1,000,000 characters, and 200,000 is the most. Make it several pages, or a guide with steps.");
    }

    public static TheoryData<string> Heavy => [.. HeavyTexts.Keys];

    private static readonly Dictionary<string, string> HeavyTexts = new()
    {
        ["quotes in quotes"] = new string('>', 5000) + " x",
        ["lists in lists"] = string.Concat(Enumerable.Repeat("- ", 4000)) + "x",
        ["brackets"] = new string('[', 20_000) + "x",
        ["brackets and addresses"] = string.Concat(Enumerable.Repeat("[", 1000)) + "x" + string.Concat(Enumerable.Repeat("](/a)", 1000)),
        ["pictures in pictures"] = string.Concat(Enumerable.Repeat("![[", 5000)) + "x",
        ["stars"] = new string('*', 5000) + "a" + new string('*', 5000),
        ["emphasis never closed"] = string.Concat(Enumerable.Repeat("_a *b ", 10_000)),
        ["code never closed"] = string.Concat(Enumerable.Range(1, 500).Select(length => new string('`', length) + "a")),
        ["links never closed"] = string.Concat(Enumerable.Repeat("[a](", 20_000)),
        ["tags never closed"] = string.Concat(Enumerable.Repeat("<a ", 20_000)),
        ["comments never closed"] = string.Concat(Enumerable.Repeat("<!--", 20_000)),
        ["entities"] = string.Concat(Enumerable.Repeat("&#", 40_000)),
        ["bars"] = new string('|', 20_000) + "\n" + string.Concat(Enumerable.Repeat("|-", 10_000)),
        ["table of many rows"] = "| a | b |\n|---|---|\n" + string.Concat(Enumerable.Repeat("| c | d |\n", 15_000)),
        ["same heading"] = string.Concat(Enumerable.Repeat("## Same\n\n", 15_000)),
        ["definitions"] = string.Concat(Enumerable.Range(0, 8_000).Select(number => $"[{number}]: /a\n")),
        ["blocks in blocks"] = string.Join('\n', Enumerable.Range(3, 400).Reverse().Select(colons => new string(':', colons) + "info")),
        ["acronyms"] = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"A{(char)('A' + (number % 26))}{(char)('A' + (number / 26 % 26))} (")),
        ["first uses"] = string.Concat(Enumerable.Repeat("EHC plan ", 20_000)),
        ["one long word"] = new string('a', 199_000),
        ["one long sentence"] = string.Concat(Enumerable.Repeat("word ", 39_000)),
        ["backslashes"] = new string('\\', 199_000),
    };
}
