using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Medway.LocalOffer.Content.Markdown.Rendering;

/// <summary>A table whose first column names the rows. On a phone each row becomes a card, so every cell knows its column's heading.</summary>
internal sealed class TableWriting(Reading reading) : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        var caption = (table.Parent as Markdig.Extensions.CustomContainers.CustomContainer)?.Arguments?.Trim();
        if (string.IsNullOrEmpty(caption))
        {
            reading.Fault(table, "Say what the table shows: put :::table and its caption before it, and ::: after it.");
        }

        var rows = table.OfType<TableRow>().ToList();
        var columns = rows.FirstOrDefault(row => row.IsHeader)?.OfType<TableCell>().Select(WordsOf).ToList() ?? [];
        if (columns.Any(string.IsNullOrWhiteSpace))
        {
            reading.Fault(table, "Every column needs a heading in the first row.");
        }

        renderer.Write("<div class=\"table-wrap\"><table class=\"table table--fold\">");
        if (!string.IsNullOrEmpty(caption))
        {
            renderer.Write("<caption>").WriteEscape(caption).Write("</caption>");
        }

        renderer.Write("<thead><tr>");
        foreach (var column in columns)
        {
            renderer.Write("<th scope=\"col\">").WriteEscape(column).Write("</th>");
        }

        renderer.Write("</tr></thead><tbody>");
        foreach (var row in rows.Where(row => !row.IsHeader))
        {
            WriteRow(renderer, row, columns);
        }

        renderer.Write("</tbody></table></div>").WriteLine();
    }

    private void WriteRow(HtmlRenderer renderer, TableRow row, List<string> columns)
    {
        renderer.Write("<tr>");
        foreach (var (number, cell) in row.OfType<TableCell>().Index())
        {
            if (number == 0 && string.IsNullOrWhiteSpace(WordsOf(cell)))
            {
                reading.Fault(row, "The first cell of each row says what the row is about. It cannot be empty.");
            }

            renderer.Write(number == 0 ? "<th scope=\"row\">" : "<td data-label=\"");
            if (number > 0)
            {
                renderer.WriteEscape(number < columns.Count ? columns[number] : "").Write("\">");
            }

            var implicitBefore = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = true;
            renderer.WriteChildren(cell);
            renderer.ImplicitParagraph = implicitBefore;
            renderer.Write(number == 0 ? "</th>" : "</td>");
        }

        renderer.Write("</tr>");
    }

    private static string WordsOf(TableCell cell) => string.Join(' ', cell.OfType<ParagraphBlock>().Select(paragraph => MarkdownParsing.WordsOf(paragraph.Inline).Trim()));
}
