using System.Globalization;
using Medway.LocalOffer.Platform.PlainWords;

namespace Medway.LocalOffer.Accounts.People;

/// <summary>
/// Names as colleagues read them. Letters that look the same but come from another alphabet are how one person passes for another, so a name
/// keeps to one alphabet.
/// </summary>
internal static class PersonNames
{
    /// <returns>What to do about it; null when it will do.</returns>
    public static string? Problem(string name)
    {
        if (name.Length == 0)
        {
            return "Write the person's name";
        }

        if (name.Length > Data.Account.MaximumName)
        {
            return $"Write a name of {Data.Account.MaximumName} characters or fewer. That one has {name.Length.ToString("N0", CultureInfo.InvariantCulture)}";
        }

        if (name.EnumerateRunes().Any(rune => IsStrange(System.Text.Rune.GetUnicodeCategory(rune))))
        {
            return "Write the name with letters, spaces, hyphens and apostrophes only";
        }

        return Alphabets.AreMixed(name)
            ? "That name mixes letters of two alphabets that look alike. Type it again with one keyboard"
            : null;
    }

    /// <summary>Signs that cannot be seen, or that turn the text round.</summary>
    private static bool IsStrange(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherSymbol;
}
