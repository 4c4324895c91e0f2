using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Medway.LocalOffer.Content.Markdown.Checks;

namespace Medway.LocalOffer.Content.Markdown;

/// <summary>
/// Easy Read: pictures, each with one idea in one to three short sentences. The form is strict, because a page that only looks like Easy Read
/// helps nobody.
/// </summary>
internal static partial class EasyReadWriting
{
    private const int MostSentences = 3;
    private const int LongestSentence = 15;
    private const int LongSentence = 10;
    private const string Example = ":::idea d-school School";

    public static string Write(MarkdownDocument document, Reading reading)
    {
        using var writer = new StringWriter();
        var renderer = PageText.RendererFor(writer, reading);
        List<(MarkdownObject From, string Html)> parts = [];
        var isList = false;
        foreach (var block in document)
        {
            switch (block)
            {
                case CustomContainer idea when string.Equals(idea.Info, "idea", StringComparison.OrdinalIgnoreCase):
                    renderer.Write(isList ? "<li>" : "<ul class=\"easy__list\"><li>").Write(Picture(idea, reading)).Write("<div>");
                    WriteSentences(idea, renderer, reading);
                    renderer.Write("</div></li>");
                    isList = true;
                    break;
                case HeadingBlock { Level: 2 }:
                    renderer.Write(isList ? "</ul>" : "");
                    renderer.Render(block);
                    isList = false;
                    break;
                case LinkReferenceDefinitionGroup:
                    break;
                default:
                    reading.Fault(block, $"In Easy Read every sentence stands in an idea with its picture: {Example}, then the sentences, then :::");
                    break;
            }

            parts.Add((block, writer.ToString()));
            writer.GetStringBuilder().Clear();
        }

        parts.Add((document, isList ? "</ul>" : ""));
        if (reading.Meanings.Count == 0)
        {
            reading.Problems.Add(new TextProblem(1, Weight.Error, $"There is no idea here yet. Begin with {Example}"));
        }

        return PageText.Allowed(parts, reading);
    }

    private static string Picture(CustomContainer idea, Reading reading)
    {
        var words = (idea.Arguments ?? "").Trim().Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var picture, var meaning])
        {
            reading.Fault(idea, $"Say which picture, and what it means here: {Example}");
            return "";
        }

        CheckMeaning(idea, picture, meaning, reading);
        if (SafeAddress.IsMedia(picture))
        {
            var key = picture[SafeAddress.MediaScheme.Length..];
            reading.MediaKeys.Add(key);
            if (reading.Around.Media.TryGetValue(key, out var media) && media.IsPicture && SafeAddress.IsOwn(media.Address))
            {
                var address = System.Net.WebUtility.HtmlEncode(media.Address);
                return FormattableString.Invariant($"<img class=\"draw\" src=\"{address}\" alt=\"\" width=\"{media.Width}\" height=\"{media.Height}\" loading=\"lazy\">");
            }

            reading.Fault(idea, $"There is no picture called “{key}”. Add it under “Pictures and files”, or check its name.");
            return "";
        }

        if (!DrawingName().IsMatch(picture) || (reading.Around.Drawings.Count > 0 && !reading.Around.Drawings.Contains(picture)))
        {
            reading.Fault(idea, $"There is no drawing called “{picture}”. {DrawingsThereAre(reading)}");
            return "";
        }

        return $"<i data-icon=\"{picture}\"></i>";
    }

    /// <summary>One picture has one meaning, and one meaning one picture: people learn the page by its pictures.</summary>
    private static void CheckMeaning(CustomContainer idea, string picture, string meaning, Reading reading)
    {
        if (reading.Meanings.TryGetValue(picture, out var before) && !before.Equals(meaning, StringComparison.OrdinalIgnoreCase))
        {
            reading.Fault(idea, $"The picture {picture} means “{before}” further up. Give “{meaning}” a picture of its own.");
        }
        else if (reading.Meanings.Any(known => known.Value.Equals(meaning, StringComparison.OrdinalIgnoreCase) && !known.Key.Equals(picture, StringComparison.OrdinalIgnoreCase)))
        {
            reading.Fault(idea, $"“{meaning}” has another picture further up. Use the same one.");
        }

        reading.Meanings.TryAdd(picture, meaning);
    }

    private static void WriteSentences(CustomContainer idea, Markdig.Renderers.HtmlRenderer renderer, Reading reading)
    {
        if (idea.ClosingFencedCharCount == 0)
        {
            reading.Fault(idea, "This idea is not closed. Put a line with only ::: after its last sentence.");
        }

        var count = 0;
        foreach (var child in idea)
        {
            if (child is not ParagraphBlock { Inline: { } inlines })
            {
                reading.Fault(child, "An idea holds sentences only, one a line: no list, no heading, no other block.");
                continue;
            }

            foreach (var sentence in Lines(inlines))
            {
                count++;
                CheckSentence(idea, sentence, reading);
                renderer.Write("<p>");
                foreach (var inline in sentence)
                {
                    renderer.Render(inline);
                }

                renderer.Write("</p>");
            }
        }

        if (count is 0 or > MostSentences)
        {
            reading.Fault(idea, $"An idea has one to {MostSentences} sentences, one a line. This one has {count}.");
        }
    }

    private static void CheckSentence(CustomContainer idea, List<Inline> sentence, Reading reading)
    {
        var words = string.Concat(sentence.Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            ContainerInline container => MarkdownParsing.WordsOf(container),
            _ => "",
        })).Trim();
        var at = sentence[0];
        if (EndInside().IsMatch(words))
        {
            reading.Fault(at, $"One sentence a line: start a new line after the first. “{Sentences.Shortened(words)}”");
        }

        var length = Sentences.WordCount(words);
        if (length > LongestSentence)
        {
            reading.Fault(at, $"This sentence has {length} words, and {LongestSentence} is the most in Easy Read. Make it two. “{Sentences.Shortened(words)}”");
        }
        else if (length > LongSentence)
        {
            reading.Hint(at, $"This sentence has {length} words. Easy Read is better with {LongSentence} or fewer.");
        }
    }

    private static IEnumerable<List<Inline>> Lines(ContainerInline inlines)
    {
        List<Inline> line = [];
        foreach (var inline in inlines)
        {
            if (inline is not LineBreakInline)
            {
                line.Add(inline);
            }
            else if (line.Count > 0)
            {
                yield return line;
                line = [];
            }
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }

    private static string DrawingsThereAre(Reading reading) =>
        reading.Around.Drawings.Count == 0 ? "Its name begins with d-." : $"There are: {string.Join(", ", reading.Around.Drawings.Order(StringComparer.Ordinal))}.";

    [GeneratedRegex("^d-[a-z0-9-]{1,40}$")]
    private static partial Regex DrawingName();

    [GeneratedRegex(@"[.!?]\s+\p{Lu}")]
    private static partial Regex EndInside();
}
