using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Medway.LocalOffer.Content.Markdown.Rendering;

namespace Medway.LocalOffer.Content.Markdown;

/// <summary>Finds where a word that needs explaining is used first, and makes it a link to what it means.</summary>
internal static class FirstUses
{
    // Their words are names, links or meanings already.
    private static readonly HashSet<string> LeftAlone = new(StringComparer.OrdinalIgnoreCase) { "words", "button", "download", "address" };

    public static void Mark(MarkdownDocument document, Reading reading)
    {
        reading.OwnWords.AddRange(OwnWordsOf(document));
        var waiting = reading.Around.Glossary.Where(term => !reading.OwnWords.Any(own => Forms(term).Contains(own, StringComparer.OrdinalIgnoreCase))).ToList();
        if (waiting.Count == 0 || !reading.Around.IsEnglish)
        {
            return;
        }

        var forms = waiting.SelectMany(term => Forms(term).Select(form => (Form: form, Term: term))).OrderByDescending(pair => pair.Form.Length).ToList();
        var finder = new Regex($@"(?<![\w-])(?:{string.Join('|', forms.Select(pair => Pattern(pair.Form)))})(?![\w-])", RegexOptions.CultureInvariant);
        var explained = new Dictionary<GlossaryTerm, string>();
        foreach (var literal in document.Descendants<ParagraphBlock>().Where(IsRunningText).SelectMany(LiteralsOf).ToList())
        {
            MarkIn(literal, finder, forms, explained, reading);
        }
    }

    private static void MarkIn(
        LiteralInline literal, Regex finder, List<(string Form, GlossaryTerm Term)> forms, Dictionary<GlossaryTerm, string> explained, Reading reading)
    {
        var text = literal.Content.ToString();
        Inline last = literal;
        var from = 0;
        foreach (Match match in finder.Matches(text))
        {
            var term = forms.First(pair => Regex.IsMatch(match.Value, $"^{Pattern(pair.Form)}$", RegexOptions.CultureInvariant)).Term;
            if (explained.ContainsKey(term))
            {
                continue;
            }

            var anchor = explained[term] = reading.Anchors.Take("word-" + Anchors.Of(term.Term));
            reading.Words.Add(new ExplainedWord(term.Term, term.Meaning, anchor));
            var use = new TermInline { Words = match.Value, Anchor = anchor, Line = literal.Line, Span = literal.Span };
            var rest = new LiteralInline(text[(match.Index + match.Length)..]) { Line = literal.Line, Span = literal.Span };
            ((LiteralInline)last).Content = new StringSlice(text[from..match.Index]);
            last.InsertAfter(use);
            use.InsertAfter(rest);
            last = rest;
            from = match.Index + match.Length;
        }
    }

    private static IEnumerable<string> Forms(GlossaryTerm term) => [term.Term, .. term.Also];

    // A short form in capitals is another word than the same letters in small ones. Both may stand for many.
    private static string Pattern(string form) => form.Count(char.IsUpper) > 1 ? $"{Regex.Escape(form)}s?" : $"(?i:{Regex.Escape(form)}s?)";

    private static bool IsRunningText(ParagraphBlock paragraph)
    {
        for (var outer = paragraph.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is CustomContainer container && LeftAlone.Contains(container.Info ?? ""))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<LiteralInline> LiteralsOf(ParagraphBlock paragraph) =>
        paragraph.Inline is null ? [] : paragraph.Inline.Descendants<LiteralInline>().Where(literal => !IsInLink(literal));

    private static bool IsInLink(Inline inline)
    {
        for (var outer = inline.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is LinkInline)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> OwnWordsOf(MarkdownDocument document) =>
        from container in document.Descendants<CustomContainer>()
        where string.Equals(container.Info, "words", StringComparison.OrdinalIgnoreCase)
        from item in container.Descendants<ListItemBlock>()
        let words = item is [ParagraphBlock line, ..] ? MarkdownParsing.WordsOf(line.Inline) : ""
        where words.Contains(':', StringComparison.Ordinal)
        select words[..words.IndexOf(':', StringComparison.Ordinal)].Trim();
}
