using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Feedback.Domain;

/// <summary>Finds what might tell others who somebody is. It guesses, so it only ever asks: nobody is stopped by it.</summary>
internal static partial class TellsWho
{
    private static readonly (Regex Pattern, string Words)[] Looks =
    [
        (Mail(), "an e-mail address"), (Phone(), "a phone number"), (Postcode(), "a postcode"), (School(), "the name of a school"), (Name(), "a name"),
    ];

    /// <summary>More than any form takes: whatever somebody sends, looking ends soon.</summary>
    private const int Longest = 4000;

    /// <returns>Kinds of what was found, in words for whoever wrote it; empty when nothing was.</returns>
    public static IReadOnlyList<string> In(string? text) => text is null ? [] : [.. Looks.Where(look => look.Pattern.IsMatch(text.AsSpan(0, Math.Min(text.Length, Longest)))).Select(look => look.Words)];

    [GeneratedRegex(@"\S@\S+\.\S")]
    private static partial Regex Mail();

    [GeneratedRegex(@"(\+44|\b0)[\s()-]*(\d[\s()-]*){9,10}\b")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\b[A-Z][\w'’.-]*\s+((Primary|Secondary|Infant|Junior|Grammar|Special|High|Community)\s+)?(School|Academy|College|Nursery|Pre-?school|Primary)\b")]
    private static partial Regex School();

    [GeneratedRegex(@"\b((?i:my name is|my name's|i am called|i'm called|is called|called|(my|our) (son|daughter|child|brother|sister|teacher|friend)),?\s+|(Mr|Mrs|Ms|Miss|Dr)\.?\s+)[A-Z][a-z]+")]
    private static partial Regex Name();
}
