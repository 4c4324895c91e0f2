using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace Medway.LocalOffer.Content.Markdown.Checks;

/// <summary>Short forms in capitals: each is explained where it is used first, by the glossary, by the page's own words, or in brackets beside it.</summary>
internal static partial class Acronyms
{
    // What everybody says and nobody spells out; and what stands in a postcode or an address.
    private static readonly HashSet<string> Everyday = new(StringComparer.Ordinal)
    {
        "NHS", "GP", "GPs", "UK", "ID", "TV", "PDF", "PDFs", "CV", "DVD", "BBC", "OK", "PE", "IT", "SMS", "QR", "UTC", "UN", "EU", "AM", "PM", "HM", "PO",
    };

    public static void Check(MarkdownDocument document, Reading reading)
    {
        var blocks = document.Descendants<LeafBlock>().Where(block => block.Inline is not null && !IsAddress(block))
            .Select(block => (Block: block, Words: MarkdownParsing.WordsOf(block.Inline), IsHeading: block is HeadingBlock)).ToList();

        // A heading has no room for an explanation: the text counts first, headings only for what stands nowhere else.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (block, words, _) in blocks.Where(block => !block.IsHeading).Concat(blocks.Where(block => block.IsHeading)))
        {
            foreach (Match match in Token().Matches(words))
            {
                var acronym = match.Value.TrimEnd('s');
                if (IsAcronym(match.Value) && !Everyday.Contains(match.Value) && seen.Add(acronym) && !IsExplained(acronym, match, words, reading))
                {
                    reading.Fault(block, $"Say what {acronym} means where it stands first: “{acronym} (its meaning)”, in :::words, or in the glossary. If it is a word, do not write it in capitals.");
                }
            }
        }
    }

    private static bool IsAcronym(string token)
    {
        var capitals = token.Count(char.IsUpper);
        return capitals >= 2 && (capitals == token.TrimEnd('s').Length || token.Length <= 5);
    }

    private static bool IsExplained(string acronym, Match match, string words, Reading reading) =>
        Holds(reading.OwnWords, acronym)
        || Holds(reading.Words.Select(word => word.Term), acronym)
        || reading.Around.Glossary.Any(term => reading.Words.Any(word => word.Term == term.Term) && Holds(term.Also, acronym))
        || MeaningAfter().IsMatch(words[(match.Index + match.Length)..])
        || MeaningBefore().IsMatch(words[..match.Index]) && words[(match.Index + match.Length)..].StartsWith(')');

    private static bool Holds(IEnumerable<string> terms, string acronym) => terms.Any(term => Token().Matches(term).Any(word => word.Value.TrimEnd('s') == acronym));

    private static bool IsAddress(LeafBlock block) => block.Parent is CustomContainer container && string.Equals(container.Info, "address", StringComparison.OrdinalIgnoreCase);

    // Letters only: "ME4" and "A2" are places.
    [GeneratedRegex(@"(?<![\p{L}\p{N}@/.])\p{L}{2,}(?![\p{L}\p{N}])")]
    private static partial Regex Token();

    [GeneratedRegex(@"^[’']?s? ?\((?=[^)]*\p{L}{3})[^)]*\)")]
    private static partial Regex MeaningAfter();

    [GeneratedRegex(@"\p{L}{3,}[^(]* \($")]
    private static partial Regex MeaningBefore();
}
