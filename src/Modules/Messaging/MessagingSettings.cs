using Medway.LocalOffer.Platform.Settings;

namespace Medway.LocalOffer.Messaging;

internal static class MessagingSettings
{
    /// <summary>Of one part of a text message.</summary>
    public static readonly Setting<decimal?> SmsPence = new("messaging.sms-pence", null, "What one part of a text message costs, in pence", complaint: Negative);

    /// <summary>Paper, envelope and stamp.</summary>
    public static readonly Setting<decimal?> LetterPence = new("messaging.letter-pence", null, "What one letter costs with paper and stamp, in pence", complaint: Negative);

    public static readonly IReadOnlyList<Setting> All = [SmsPence, LetterPence];

    private static string? Negative(decimal? pence) => pence < 0 ? "A price is not below zero" : null;
}
