using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Medway.LocalOffer.Improvement.Features.Packs;

/// <summary>
/// Builds a document that needs nothing else: a pack that is opened in ten years looks as it did. Lines end alike on every machine, and every
/// text is encoded, so that what somebody typed is never mark-up.
/// </summary>
internal sealed class PackPage
{
    /// <summary>Text and lines only: readable on a phone, and A4 on paper with headings that stay with what they head.</summary>
    private const string Style = """
        body{margin:0 auto;max-width:60rem;padding:1rem;font:1rem/1.5 "Atkinson Hyperlegible Next",Verdana,sans-serif;color:#000;background:#fff}
        h1{font-size:1.8rem;line-height:1.2}h2{font-size:1.4rem;margin-top:2rem;border-top:2px solid #000;padding-top:.5rem}h3{font-size:1.1rem}
        a{color:#003d73}table{width:100%;border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:bold;padding:.25rem 0}
        th,td{text-align:left;vertical-align:top;padding:.35rem;border:1px solid #595959;overflow-wrap:anywhere}blockquote{margin:.5rem 0;padding-left:1rem;border-left:4px solid #595959}
        li{margin:.25rem 0}p,li,blockquote{overflow-wrap:anywhere}
        @media (max-width:40rem){thead{position:absolute;clip-path:inset(50%)}tr,td,tbody th{display:block}tr{margin-bottom:1rem}td::before{content:attr(data-label) ": ";font-weight:bold}}
        @media print{@page{size:A4;margin:16mm}body{max-width:none;padding:0;font-size:10.5pt}nav{display:none}h1,h2,h3,caption{break-after:avoid}tr,li,blockquote{break-inside:avoid}thead{display:table-header-group}a{color:#000;text-decoration:none}}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder page = new();

    public PackPage(string title)
    {
        Line("<!DOCTYPE html>").Line("<html lang=\"en-GB\">").Line("<head>").Line("<meta charset=\"utf-8\">")
            .Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">").Line($"<title>{Encoder.Encode(title)}</title>")
            .Line($"<style>{Style.ReplaceLineEndings("\n")}</style>").Line("</head>").Line("<body>").Line("<main>").Line($"<h1>{Encoder.Encode(title)}</h1>");
    }

    public PackPage Paragraph(string text) => Line($"<p>{Encoder.Encode(text)}</p>");

    public PackPage Quote(string text) => Line($"<blockquote>{Encoder.Encode(text)}</blockquote>");

    public PackPage Heading(string id, string text) => Line($"<h2 id=\"{id}\">{Encoder.Encode(text)}</h2>");

    public PackPage Subheading(string text) => Line($"<h3>{Encoder.Encode(text)}</h3>");

    public PackPage Contents(IEnumerable<(string Id, string Text)> headings)
    {
        Line("<nav aria-label=\"Contents\">").Line("<ul>");
        foreach (var (id, text) in headings)
        {
            Line($"<li><a href=\"#{id}\">{Encoder.Encode(text)}</a></li>");
        }

        return Line("</ul>").Line("</nav>");
    }

    public PackPage List(IEnumerable<string> items)
    {
        Line("<ul>");
        foreach (var item in items)
        {
            Line($"<li>{Encoder.Encode(item)}</li>");
        }

        return Line("</ul>");
    }

    /// <param name="rows">Cells in the order of the headings; the first one names its row.</param>
    public PackPage Table(string caption, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        Line("<table>").Line($"<caption>{Encoder.Encode(caption)}</caption>")
            .Line($"<thead><tr>{string.Concat(headings.Select(heading => $"<th scope=\"col\">{Encoder.Encode(heading)}</th>"))}</tr></thead>").Line("<tbody>");
        foreach (var row in rows)
        {
            var cells = row.Skip(1).Zip(headings.Skip(1), (cell, heading) => $"<td data-label=\"{Encoder.Encode(heading)}\">{Encoder.Encode(cell)}</td>");
            Line($"<tr><th scope=\"row\">{Encoder.Encode(row[0])}</th>{string.Concat(cells)}</tr>");
        }

        return Line("</tbody>").Line("</table>");
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes($"{page}</main>\n</body>\n</html>\n");

    private PackPage Line(string html)
    {
        page.Append(html).Append('\n');
        return this;
    }
}
