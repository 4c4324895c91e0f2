using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Medway.LocalOffer.Content.Markdown.Checks;
using Medway.LocalOffer.Content.Markdown.Rendering;
using Medway.LocalOffer.Platform.PlainWords;

namespace Medway.LocalOffer.Content.Markdown;

/// <param name="Level">2 to 4.</param>
internal sealed record PageHeading(int Level, string Text, string Anchor);

/// <param name="Anchor">Where its meaning stands on the page.</param>
internal sealed record ExplainedWord(string Term, string Meaning, string Anchor);

/// <summary>
/// A text as editors write it, read: its HTML, what else the page needs to know of it, and everything that is wrong with it. The public page,
/// the preview and the checks all come from here, so they never disagree.
/// </summary>
internal sealed partial class PageText
{
    // Below it the formulas judge chance.
    public const int FewestWordsToJudge = 100;

    private PageText(string html, Reading reading, string plain)
    {
        Problems = [.. reading.Problems.Distinct().OrderBy(problem => problem.Line).ThenBy(problem => problem.Weight)];
        IsRefused = Problems.Any(problem => problem.Weight == Weight.Refused);
        Html = IsRefused ? "" : html;
        Headings = [.. reading.Headings.Select(heading => new PageHeading(Math.Clamp(heading.Level, 2, 4), heading.Text, heading.Anchor))];
        Words = reading.Words;
        Links = [.. reading.Links.Where(link => !link.IsMedia && !SafeAddress.IsAnchor(link.Address)).Select(link => link.Address).Distinct(StringComparer.Ordinal)];
        MediaKeys = [.. reading.MediaKeys];
        Plain = plain;
        Age = ReadingAge.Of(plain.Split('\n'), [.. reading.Around.Glossary.SelectMany(term => (string[])[term.Term, .. term.Also]), .. reading.OwnWords]);
        if (reading.Around.IsEnglish && reading.Kind == TextKind.Full && Age.Words >= FewestWordsToJudge && Age.Years > ReadingAge.OldestReader)
        {
            Problems = [.. Problems, .. Age.Worst.Select(sentence => new TextProblem(LineOf(sentence.Text, reading), Weight.Hint, string.Create(CultureInfo.InvariantCulture,
                $"This page reads like one for people of {Age.Years:0.0} years; {ReadingAge.OldestReader:0} is the aim. One of its hardest sentences: “{Sentences.Shortened(sentence.Text)}”")))];
        }

        Language = reading.Around.Language;
    }

    /// <summary>Safe, with marks where icons go; <c>_PageText</c> prints it. Empty when the text is refused.</summary>
    public string Html { get; }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<TextProblem> Problems { get; }

    /// <summary>The HTML cut at its icons, which only a page can print: each piece is followed by its icon, the last by none.</summary>
    public IEnumerable<(string Html, string? Icon)> Pieces
    {
        get
        {
            var from = 0;
            foreach (Match mark in IconMark().Matches(Html))
            {
                yield return (Html[from..mark.Index], mark.Groups[1].Value);
                from = mark.Index + mark.Length;
            }

            yield return (Html[from..], null);
        }
    }

    /// <summary>Not to be saved: it holds something unsafe, or is too big to read.</summary>
    public bool IsRefused { get; }

    /// <summary>Hints do not stand in the way.</summary>
    public bool MayBePublished => Problems.All(problem => problem.Weight == Weight.Hint);

    public IReadOnlyList<PageHeading> Headings { get; }

    /// <summary>Words of the glossary that the text uses, in the order of their first use.</summary>
    public IReadOnlyList<ExplainedWord> Words { get; }

    /// <summary>Pages of this site and addresses elsewhere that it leads to, without anchors of its own.</summary>
    public IReadOnlyList<string> Links { get; }

    /// <summary>Pictures and files that it shows, whether they exist or not.</summary>
    public IReadOnlyList<string> MediaKeys { get; }

    /// <summary>Its words, a paragraph a line.</summary>
    public string Plain { get; }

    /// <summary>How old a reader must be, and the sentences to begin with. Means little for a text of few words.</summary>
    public ReadingAge Age { get; }

    /// <summary>A language tag, for example <c>pl</c>.</summary>
    public string Language { get; }

    public static PageText Read(string markdown, TextKind kind, TextSurroundings around)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var reading = new Reading(kind, around);
        if (!MarkdownParsing.TryParse(markdown, out var document, out var problem))
        {
            reading.Problems.Add(problem);
            return new PageText("", reading, "");
        }

        Safety.Check(document, reading);
        if (reading.Problems.Count > 0)
        {
            return new PageText("", reading, "");
        }

        if (kind == TextKind.EasyRead)
        {
            return new PageText(EasyReadWriting.Write(document, reading), reading, PlainOf(document, reading));
        }

        FirstUses.Mark(document, reading);
        var html = Write(document, reading);
        TextChecks.Run(document, reading);
        return new PageText(html, reading, PlainOf(document, reading));
    }

    private static int LineOf(string sentence, Reading reading) =>
        reading.Sentences.FirstOrDefault(known => known.Text.Contains(sentence, StringComparison.Ordinal))?.Line ?? 1;

    /// <summary>Whatever comes out of a renderer passes the allow-list. All of it at once, and a part at a time only to name the line of what does not.</summary>
    internal static string Allowed(IReadOnlyList<(MarkdownObject From, string Html)> parts, Reading reading)
    {
        var html = string.Concat(parts.Select(part => part.Html));
        if (AllowList.Offences(html).Count > 0)
        {
            foreach (var (from, part) in parts)
            {
                foreach (var offence in AllowList.Offences(part))
                {
                    reading.Refuse(from, $"This cannot stand on a page: {offence}. Write it in plain words.");
                }
            }
        }

        return html;
    }

    private static string Write(MarkdownDocument document, Reading reading)
    {
        using var writer = new StringWriter();
        var renderer = RendererFor(writer, reading);
        List<(MarkdownObject, string)> parts = [];
        foreach (var block in document)
        {
            renderer.Render(block);
            parts.Add((block, writer.ToString()));
            writer.GetStringBuilder().Clear();
        }

        return Allowed(parts, reading);
    }

    internal static HtmlRenderer RendererFor(TextWriter writer, Reading reading)
    {
        var renderer = new HtmlRenderer(writer);
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new CodeWriting(reading));
        renderer.ObjectRenderers.Replace<QuoteBlockRenderer>(new QuoteWriting(reading));
        renderer.ObjectRenderers.Replace<HeadingRenderer>(new HeadingWriting(reading));
        renderer.ObjectRenderers.Replace<ParagraphRenderer>(new ParagraphWriting());
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new LinkWriting(reading));
        renderer.ObjectRenderers.Replace<AutolinkInlineRenderer>(new BareAddressWriting(reading));
        renderer.ObjectRenderers.Add(new TermWriting());
        renderer.ObjectRenderers.Add(new TableWriting(reading));
        renderer.ObjectRenderers.Add(new ContainerWriting(reading));
        return renderer;
    }

    private static string PlainOf(MarkdownDocument document, Reading reading)
    {
        reading.Sentences.AddRange(document.Descendants<LeafBlock>()
            .Where(block => block.Inline is not null)
            .Select(block => new ReadParagraph(Anchors.Split(MarkdownParsing.WordsOf(block.Inline).Trim()).Words, block.Line + 1))
            .Where(block => block.Text.Length > 0));
        return string.Join('\n', reading.Sentences.Select(block => block.Text));
    }

    [GeneratedRegex("""<i data-icon="([a-z0-9-]+)"></i>""")]
    private static partial Regex IconMark();
}
