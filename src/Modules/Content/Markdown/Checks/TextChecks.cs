using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Medway.LocalOffer.Content.Markdown.Checks;

/// <summary>Everything that is looked at once a text is read. Errors are what a family would stumble over; the rest are hints.</summary>
internal static class TextChecks
{
    private const int LongSentence = 25;
    private const int LongParagraph = 80;

    public static void Run(MarkdownDocument document, Reading reading)
    {
        HeadingOrder.Check(reading);
        LinkWords.Check(reading);
        Tables(document, reading);
        if (reading.Around.IsEnglish)
        {
            Acronyms.Check(document, reading);
            Sentence(document, reading);
        }

        foreach (var nested in document.Descendants<ListBlock>().Where(list => list.Parent is ListItemBlock))
        {
            reading.Hint(nested, "A list inside a list is hard to follow. Could it be two lists, or steps?");
        }

        foreach (var italic in document.Descendants<EmphasisInline>().Where(emphasis => emphasis.DelimiterCount == 1))
        {
            reading.Hint(italic, "Slanted words are hard to read. Use bold, or nothing.");
        }
    }

    private static void Tables(MarkdownDocument document, Reading reading)
    {
        // A table that the parser did not see: rows with bars, but no row of dashes under the headings.
        foreach (var paragraph in document.Descendants<ParagraphBlock>())
        {
            var words = MarkdownParsing.WordsOf(paragraph.Inline).Trim();
            if (words.StartsWith('|') && words.EndsWith('|'))
            {
                reading.Fault(paragraph, "This looks like a table without headings. Put a row of headings first, then a row like |---|---|.");
            }
        }

        foreach (var table in document.Descendants<Table>().Where(table => table.ColumnDefinitions.Count > 6))
        {
            reading.Hint(table, "A table with this many columns is hard to read on a phone. Could it be two, or a list?");
        }
    }

    private static void Sentence(MarkdownDocument document, Reading reading)
    {
        foreach (var paragraph in document.Descendants<ParagraphBlock>())
        {
            var words = MarkdownParsing.WordsOf(paragraph.Inline);
            if (Sentences.WordCount(words) > LongParagraph)
            {
                reading.Hint(paragraph, $"This paragraph has {Sentences.WordCount(words)} words. Could it be two, or a list?");
            }

            foreach (var sentence in Sentences.Of(words).Where(sentence => Sentences.WordCount(sentence) > LongSentence))
            {
                reading.Hint(paragraph, $"This sentence has {Sentences.WordCount(sentence)} words. Could it be two? “{Sentences.Shortened(sentence)}”");
            }
        }
    }
}
