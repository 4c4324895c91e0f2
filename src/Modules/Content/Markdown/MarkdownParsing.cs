using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Medway.LocalOffer.Content.Markdown;

/// <summary>Markdown as this site knows it: CommonMark, tables and our own blocks.</summary>
internal static class MarkdownParsing
{
    /// <summary>Ten times the longest page that anybody should read.</summary>
    public const int LongestText = 200_000;

    private const int DeepestNesting = 24;
    private const int DeepestMarks = 60;

    // The parser's time grows with the square of what stays open.
    private const int MostMarks = 1000;

    private const string TooDeep = "Too much stands inside other things here. Use plain paragraphs and lists of one level.";

    // HTML is parsed, so that it can be found and refused; it is never printed.
    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>False when the text is so built that reading it would not end well; <paramref name="problem"/> says why.</summary>
    public static bool TryParse(string markdown, [NotNullWhen(true)] out MarkdownDocument? document, [NotNullWhen(false)] out TextProblem? problem)
    {
        document = null;
        problem = TooLong(markdown) ?? StrangeCharacter(markdown) ?? TooManyMarks(markdown);
        if (problem is not null)
        {
            return false;
        }

        try
        {
            var parsed = Markdig.Markdown.Parse(markdown, Pipeline);
            problem = TooDeepMarks(parsed);
            document = problem is null ? parsed : null;
            return document is not null;
        }
        catch (ArgumentException)
        {
            // The parser's answer to text that is nested deeper than the pipeline allows.
            problem = new TextProblem(1, Weight.Refused, TooDeep);
            return false;
        }
    }

    /// <summary>The words of a line of text, without marks.</summary>
    public static string WordsOf(ContainerInline? inlines)
    {
        if (inlines is null)
        {
            return "";
        }

        var words = new StringBuilder();
        foreach (var inline in inlines)
        {
            words.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline address => address.Url,
                LineBreakInline => " ",
                LinkInline { IsImage: true } => "",
                Rendering.TermInline term => term.Words,
                ContainerInline container => WordsOf(container),
                _ => "",
            });
        }

        return words.ToString();
    }

    private static TextProblem? TooLong(string markdown) => markdown.Length <= LongestText
        ? null
        : new TextProblem(1, Weight.Refused, string.Create(
            CultureInfo.InvariantCulture, $"This page is too long: {markdown.Length:N0} characters, and {LongestText:N0} is the most. Make it several pages, or a guide with steps."));

    private static TextProblem? TooManyMarks(string markdown)
    {
        var (marks, line, from) = (0, 0, 1);
        foreach (var words in markdown.AsSpan().EnumerateLines())
        {
            line++;
            if (words.IsWhiteSpace())
            {
                (marks, from) = (0, line + 1);
            }

            foreach (var character in words)
            {
                marks += character is '[' or '*' or '_' or '`' ? 1 : 0;
            }

            if (marks > MostMarks)
            {
                return new TextProblem(from, Weight.Refused, "There are too many signs like [ and * in this paragraph. Make it several paragraphs.");
            }
        }

        return null;
    }

    /// <summary>Marks inside marks, such as a thousand stars: whatever walks through them later must not run out of room.</summary>
    private static TextProblem? TooDeepMarks(MarkdownDocument document)
    {
        var waiting = new Stack<(ContainerInline Marks, int Depth)>(document.Descendants<LeafBlock>()
            .Where(block => block.Inline is not null).Select(block => (block.Inline!, 0)));
        while (waiting.TryPop(out var next))
        {
            if (next.Depth > DeepestMarks)
            {
                return new TextProblem(next.Marks.Line + 1, Weight.Refused, TooDeep);
            }

            foreach (var inner in next.Marks.OfType<ContainerInline>())
            {
                waiting.Push((inner, next.Depth + 1));
            }
        }

        return null;
    }

    private static TextProblem? StrangeCharacter(string markdown)
    {
        for (var at = 0; at < markdown.Length; at++)
        {
            var character = markdown[at];
            var isPair = char.IsHighSurrogate(character) && at + 1 < markdown.Length && char.IsLowSurrogate(markdown[at + 1]);
            if ((char.IsControl(character) && character is not ('\n' or '\r' or '\t')) || (char.IsSurrogate(character) && !isPair) || IsDirectionMark(character))
            {
                var line = 1 + markdown.AsSpan(0, at).Count('\n');
                return new TextProblem(line, Weight.Refused, "There is a hidden character here that cannot be shown. Delete the line and type it again.");
            }

            at += isPair ? 1 : 0;
        }

        return null;
    }

    // Overrides of the reading direction can make a text read otherwise than it is.
    private static bool IsDirectionMark(char character) => character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true, MaximumNestingDepth = DeepestNesting }.UsePipeTables();

        // Only the blocks: the extension as a whole would bring an inline form too.
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        return builder.Build();
    }
}
