namespace Medway.LocalOffer.CoDesign.Domain;

/// <summary>A moderator may take words out and add none: what is shown is what somebody said, with gaps.</summary>
internal static class Trimming
{
    private const string Gap = "…";

    public static bool IsOnlyShorter(string original, string shown)
    {
        var left = Tokens(original).GetEnumerator();
        foreach (var token in Tokens(shown))
        {
            do
            {
                if (!left.MoveNext())
                {
                    return false;
                }
            }
            while (!string.Equals(left.Current, token, StringComparison.OrdinalIgnoreCase));
        }

        return true;
    }

    private static string[] Tokens(string text) =>
        text.Replace(Gap, " ", StringComparison.Ordinal).Replace("...", " ", StringComparison.Ordinal)
            .Split([' ', '\n', '\r', '\t', ',', '.', '!', '?', ';', ':'], StringSplitOptions.RemoveEmptyEntries);
}
