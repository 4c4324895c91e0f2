using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;

namespace Medway.LocalOffer.Register;

/// <summary>What the council decides about the register.</summary>
internal static class RegisterSettings
{
    private const int MostAreas = 50;

    /// <summary>Where a child must live. Districts that reach over the border are in: an officer looks at each address.</summary>
    public static readonly Setting<string> Areas = new(
        "register.areas", "ME1;ME2;ME3;ME4;ME5;ME7;ME8", "First parts of the postcodes from which somebody can join the register of disabled children, separated by semicolons",
        complaint: areas => Split(areas) is { Length: > 0 and <= MostAreas } all && all.All(area => area.Length is >= 2 and <= Area.Maximum) ? null : "Write the first parts of postcodes, like ME4;ME5");

    public static readonly Setting<string?> HealthRecipient = new(
        "register.recipient-health", null, "Health provider with whom families on the register can agree to share, by its full name; empty: families are not asked. Another name asks families again", complaint: TooLong);

    public static readonly Setting<string?> CardRecipient = new(
        "register.recipient-card-supplier", null, "Supplier of the card for families on the register, by its full name; empty: families are not asked. Another name asks families again", complaint: TooLong);

    public static IReadOnlyList<Setting> All => [Areas, HealthRecipient, CardRecipient];

    public static bool IsInArea(this Settings settings, string area)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Split(settings.Get(Areas)).Contains(area, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The first parts of our postcodes, as they are printed.</summary>
    public static IReadOnlyList<string> OwnAreas(this Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return [.. Split(settings.Get(Areas)).Select(area => area.ToUpperInvariant()).Distinct()];
    }

    /// <returns>The name as a family reads it; null when nobody has confirmed it, and then families are not asked.</returns>
    public static string? NameOf(this Settings settings, Recipient recipient)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(recipient);
        var name = recipient == Recipient.Health ? settings.Get(HealthRecipient) : recipient == Recipient.CardSupplier ? settings.Get(CardRecipient) : recipient.KnownName;
        return string.IsNullOrWhiteSpace(name) ? null : name.Trim();
    }

    private static string? TooLong(string? name) => name?.Length > ConsentEvent.MaximumRecipientName ? $"Write {ConsentEvent.MaximumRecipientName} letters or fewer" : null;

    private static string[] Split(string areas) => areas.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
