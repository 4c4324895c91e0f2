namespace Medway.LocalOffer.Listings.Domain;

internal static class AccessWords
{
    /// <summary>In the order they are shown.</summary>
    public static readonly IReadOnlyList<(AccessFactKey Key, string Words)> All =
    [
        (AccessFactKey.StepFree, "Step-free way in"),
        (AccessFactKey.Parking, "Parking"),
        (AccessFactKey.AccessibleToilet, "Accessible toilet"),
        (AccessFactKey.ChangingPlaces, "Changing Places toilet, with a hoist and a bench"),
        (AccessFactKey.QuietSpace, "A quiet place to go if it is too much"),
        (AccessFactKey.HearingLoop, "Hearing loop"),
        (AccessFactKey.Bsl, "British Sign Language (BSL)"),
    ];

    public static string Of(AccessFactKey key) => All.Single(fact => fact.Key == key).Words;
}
