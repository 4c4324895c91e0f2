namespace Medway.LocalOffer.Content.Markdown.Checks;

/// <summary>Some people read only the links of a page, one after the other: each must make sense alone.</summary>
internal static class LinkWords
{
    private static readonly HashSet<string> SayNothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "here", "click here", "click", "press here", "tap here", "read more", "more", "find out more", "learn more", "more information", "more info", "see more",
        "this", "this page", "this link", "link", "this website", "website", "page", "go", "details", "download", "pdf", "see here", "view", "continue",
    };

    public static void Check(Reading reading)
    {
        foreach (var link in reading.Links)
        {
            var words = link.Words.Trim().TrimEnd('.', '…', '!', ':', '>', '»').Trim();
            if (words.Length == 0)
            {
                Fault(reading, link, "This link has no words. Say where it leads.");
            }
            else if (SayNothing.Contains(words))
            {
                Fault(reading, link, $"The words “{words}” do not say where the link leads. Use the name of the page or what you can do there.");
            }
            else if (LooksLikeAddress(words) && !link.Address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) && !link.Address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            {
                Fault(reading, link, "A bare web address reads badly aloud. Write words for it: [words](address).");
            }

            if (SafeAddress.IsAnchor(link.Address) && !reading.Anchors.IsTaken(link.Address[1..]))
            {
                Fault(reading, link, $"Nothing on this page has the anchor {link.Address}. Check the heading it should lead to.");
            }
        }

        foreach (var same in reading.Links.GroupBy(link => link.Words.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            foreach (var other in same.Where(link => link.Address != same.First().Address))
            {
                reading.Problems.Add(new TextProblem(other.Line, Weight.Hint, $"Two links say “{same.Key}” and lead to different places. Say what is different."));
            }
        }
    }

    private static bool LooksLikeAddress(string words) =>
        words.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || words.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || words.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static void Fault(Reading reading, ReadLink link, string message) => reading.Problems.Add(new TextProblem(link.Line, Weight.Error, message));
}
