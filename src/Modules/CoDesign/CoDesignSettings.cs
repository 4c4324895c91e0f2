using Medway.LocalOffer.Platform.Settings;

namespace Medway.LocalOffer.CoDesign;

internal static class CoDesignSettings
{
    /// <summary>On every screen of the panel. Nobody has told us the number, so it prints "ask the council".</summary>
    public static readonly Setting<string?> SafeContact = new(
        "codesign.safe-contact", null, "Telephone number of the council for a young person of the panel who is worried or not safe", isPublic: true);

    /// <summary>Months after which what young people typed is erased; themes and responses stay.</summary>
    public static readonly Setting<int> RetentionMonths = new(
        "codesign.raw-answers-months", 12, "Months after a round closes for which single answers are kept; to confirm with the data protection officer",
        complaint: months => months is >= 1 and <= 84 ? null : "Write a number of months from 1 to 84");

    public static readonly IReadOnlyList<Setting> All = [SafeContact, RetentionMonths];
}
