namespace Medway.LocalOffer.Search.Domain;

/// <summary>
/// Words that people wrap a search in. They are ours and short, not a stop list in the index: "down", "after", "under", "out", "no" and
/// "not" carry meaning here and must never stand in either list (content-and-search §5.3).
/// </summary>
internal static class SmallWords
{
    /// <summary>Left out whenever another word remains.</summary>
    private static readonly HashSet<string> Wrapping = new(
        [
            "a", "an", "am", "and", "any", "anyone", "anything", "are", "as", "at", "be", "been", "being", "but", "by", "can", "cant", "could", "did", "do",
            "does", "doesnt", "for", "from", "get", "getting", "give", "gets", "go", "going", "got", "had", "has", "have", "having", "he", "her", "him",
            "his", "how", "i", "if", "im", "in", "into", "is", "it", "its", "ive", "just", "know", "let", "like", "likes", "look", "looking", "find",
            "me", "my", "near", "nearby", "need", "needs", "of", "on", "or", "our", "please", "she", "should", "so", "some", "somebody", "someone", "something",
            "somewhere", "take", "tell", "that", "the", "their", "them", "there", "they", "this", "to", "us", "very", "want", "wants", "was", "we", "what",
            "whats", "when", "where", "which", "while", "who", "whos", "why", "will", "with", "would", "you", "your", "about", "really", "too", "says", "said",
        ],
        StringComparer.Ordinal);

    /// <summary>Said of nearly every entry: they help to rank but need not match.</summary>
    private static readonly HashSet<string> Weak = new(
        [
            "help", "helping", "support", "service", "services", "child", "children", "childs", "kid", "kids", "kent", "medway", "son", "daughter",
            "boy", "girl", "young", "people", "person", "year", "years", "old", "local", "area", "place", "places", "things", "best", "good", "new",
            "toddler", "baby", "teenager", "teenage", "teen", "house", "leave", "somewhere", "free", "day", "days", "time",
            "family", "families", "parent", "parents", "sen", "disabled", "disability", "disabilities", "group", "groups", "information", "offer",
        ],
        StringComparer.Ordinal);

    public static bool IsWrapping(string word) => Wrapping.Contains(word);

    /// <summary>A number alone says an age, which is a choice of its own.</summary>
    public static bool IsWeak(string word) => Weak.Contains(word) || word.All(char.IsAsciiDigit);
}
