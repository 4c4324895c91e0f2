namespace Medway.LocalOffer.Platform.PlainWords;

/// <summary>Letters that look the same but come from another alphabet are how one name passes for another.</summary>
public static class Alphabets
{
    /// <summary>True when the letters of the text are of more than one alphabet. Signs, digits and spaces are of none.</summary>
    public static bool AreMixed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Where(char.IsLetter).Select(Of).Distinct().Count() > 1;
    }

    private static int Of(char letter) => letter switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => 1, // Latin
        >= '\u0370' and <= '\u03FF' or (>= '\u1F00' and <= '\u1FFF') => 2, // Greek
        >= '\u0400' and <= '\u052F' => 3, // Cyrillic
        >= '\u0600' and <= '\u06FF' or (>= '\u0750' and <= '\u077F') or (>= '\u08A0' and <= '\u08FF') => 4, // Arabic
        >= '\u1200' and <= '\u139F' => 5, // Ethiopic
        >= '\u3040' and <= '\u9FFF' => 6, // Chinese and Japanese
        >= '\uAC00' and <= '\uD7AF' => 7, // Korean
        _ => 100 + (letter >> 8),
    };
}
