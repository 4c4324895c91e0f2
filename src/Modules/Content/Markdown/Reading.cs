using Markdig.Syntax;

namespace Medway.LocalOffer.Content.Markdown;

/// <param name="Line">Where it stands, so that a problem can name it.</param>
internal sealed record ReadHeading(int Level, string Text, string Anchor, int Line);

/// <param name="Words">What a reader would press.</param>
/// <param name="IsMedia">Leads to a file of ours, which is counted apart.</param>
internal sealed record ReadLink(string Address, string Words, int Line, bool IsMedia = false);

/// <param name="Text">Without marks.</param>
internal sealed record ReadParagraph(string Text, int Line);

/// <summary>What is gathered while one text is read: everything that a page says beside its HTML, and everything that is wrong.</summary>
internal sealed class Reading(TextKind kind, TextSurroundings around)
{
    public TextKind Kind { get; } = kind;

    public TextSurroundings Around { get; } = around;

    public Anchors Anchors { get; } = new();

    public List<TextProblem> Problems { get; } = [];

    public List<ReadHeading> Headings { get; } = [];

    public List<ReadLink> Links { get; } = [];

    public SortedSet<string> MediaKeys { get; } = new(StringComparer.Ordinal);

    public List<ExplainedWord> Words { get; } = [];

    /// <summary>Terms whose meaning the text itself gives, in a box of its own.</summary>
    public List<string> OwnWords { get; } = [];

    /// <summary>How often each kind of block stands in the text.</summary>
    public Dictionary<string, int> Blocks { get; } = new(StringComparer.Ordinal);

    /// <summary>Of an Easy Read text: what each picture stands for, so that one never means two things.</summary>
    public Dictionary<string, string> Meanings { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Paragraphs and headings as words, with the line that they begin in.</summary>
    public List<ReadParagraph> Sentences { get; } = [];

    public void Refuse(MarkdownObject at, string message) => Problems.Add(new TextProblem(at.Line + 1, Weight.Refused, message));

    public void Fault(MarkdownObject at, string message) => Problems.Add(new TextProblem(at.Line + 1, Weight.Error, message));

    public void Hint(MarkdownObject at, string message) => Problems.Add(new TextProblem(at.Line + 1, Weight.Hint, message));
}
