using System.Text.RegularExpressions;

namespace Medway.LocalOffer.CoDesign.Domain;

/// <summary>Sees what might tell people who somebody is. It asks, and never stops anybody: it may be wrong both ways.</summary>
internal static partial class GentleGuard
{
    /// <returns>What it looks like, in words for a young person; empty when nothing does.</returns>
    public static IReadOnlyList<string> Of(string words)
    {
        (Regex Looks, string What)[] all =
            [(Mail(), "an e-mail address"), (Phone(), "a phone number"), (Postcode(), "a postcode"), (School(), "the name of a school"), (Name(), "a name")];
        return [.. all.Where(one => one.Looks.IsMatch(words)).Select(one => one.What)];
    }

    [GeneratedRegex(@"\S@\S+\.\S")]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<!\d)(?:\+?\d[\s().-]?){7,}")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\b[A-Z][\w'’.]+\s+(?:\w+\s+)?(?:[Ss]chool|[Aa]cademy|[Cc]ollege|[Pp]rimary|[Gg]rammar)\b|\b(?:my|our)\s+(?:school|college)\s+is\b|\bI\s+go\s+to\s+[A-Z]")]
    private static partial Regex School();

    [GeneratedRegex(@"\b(?:[Mm]y name is|[Mm]y name’s|[Mm]y name's|[Ii] am called|[Cc]all me)\s+\w|\b(?:I am|I’m|I'm|called)\s+[A-Z][a-z]+|(?<=[a-z,;]\s)(?:Mr|Mrs|Miss|Ms|Dr)\.?\s+[A-Z]|^(?:Mr|Mrs|Miss|Ms|Dr)\.?\s+[A-Z]|(?<=[a-z,;]\s)[A-Z][a-z]+\s[A-Z][a-z]+")]
    private static partial Regex Name();
}
