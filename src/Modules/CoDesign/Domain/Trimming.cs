namespace Medway.LocalOffer.CoDesign.Domain;

/// <summary>A moderator may take words out and add none: what is shown is what somebody said, with gaps.</summary>
internal static class Trimming
{
    private const string Gap = "…";

    public static bool IsOnlyShorter(string original, string shown)
    {
        var said = Tokens(original);
        var at = 0;
        foreach (var token in Tokens(shown))
        {
            while (at < said.Length && !string.Equals(said[at], token, StringComparison.OrdinalIgnoreCase))
            {
                at++;
            }

            if (at == said.Length)
            {
                return false;
            }

            at++;
        }

        return true;
    }

    private static string[] Tokens(string text) =>
        text.Replace(Gap, " ", StringComparison.Ordinal).Replace("...", " ", StringComparison.Ordinal)
            .Split([' ', '\n', '\r', '\t', ',', '.', '!', '?', ';', ':'], StringSplitOptions.RemoveEmptyEntries);
}
