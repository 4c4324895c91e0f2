using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Feedback.Domain;

/// <summary>What a moderator should look at twice. It decides nothing.</summary>
internal static partial class WordsToWatch
{
    /// <returns>In words for the moderator; empty when nothing stands out.</returns>
    public static IReadOnlyList<string> In(string text)
    {
        List<string> found = [.. TellsWho.In(text).Select(kind => $"This may hold {kind}.")];
        if (Abuse().IsMatch(text))
        {
            found.Add("There may be rude or threatening words.");
        }

        if (Worry().IsMatch(text))
        {
            found.Add("Somebody may not be safe. Read it with care.");
        }

        return found;
    }

    [GeneratedRegex(@"\b(fuck\w*|shit\w*|cunt\w*|bastard\w*|wanker\w*|idiots?|i will (hurt|kill|find) you)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Abuse();

    [GeneratedRegex(@"\b(suicid\w*|kill (myself|himself|herself|themselves)|self[- ]harm\w*|(hits?|hurts?|touch(es|ed)?) (me|him|her|them)|not safe|unsafe|(scared|afraid) (of|to go)|want to die)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Worry();
}
