using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Domain;

/// <summary>Which choices of "access" facts answer, with yes and with no. Silence answers neither.</summary>
internal static class AccessFacets
{
    private static readonly IReadOnlyList<(string Facet, IReadOnlyList<AccessFactKey> Keys)> All =
    [
        ("step_free", [AccessFactKey.StepFree]),
        ("accessible_toilet", [AccessFactKey.AccessibleToilet]),
        ("changing_places", [AccessFactKey.ChangingPlaces]),
        ("parking", [AccessFactKey.Parking, AccessFactKey.BlueBadgeParking]),
        ("quiet_space", [AccessFactKey.QuietSpace]),
        ("sensory", [AccessFactKey.LessNoise, AccessFactKey.SofterLight]),
        ("bsl", [AccessFactKey.Bsl]),
        ("hearing_loop", [AccessFactKey.HearingLoop]),
        ("trained_staff", [AccessFactKey.TrainedStaff]),
    ];

    /// <param name="facts">Of the service, then of its places: for one key the first that is known counts.</param>
    public static long Of(IReadOnlyList<(AccessFactKey Key, AccessAnswer Answer)> facts)
    {
        var mask = 0L;
        foreach (var (facet, keys) in All)
        {
            var answers = keys.Select(key => facts.FirstOrDefault(fact => fact.Key == key && fact.Answer != AccessAnswer.NotKnown, (Key: key, Answer: AccessAnswer.NotKnown)).Answer).ToList();
            mask |= answers.Contains(AccessAnswer.Yes) ? Facets.MaskOf(Facets.Access, [facet])
                : answers.TrueForAll(answer => answer == AccessAnswer.No) ? Facets.MaskOf(Facets.AccessNo, [facet])
                : 0;
        }

        return mask;
    }
}
