using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Domain;

/// <summary>Medway's own levels 1, 2 and 3 of short breaks, under the names that families are given.</summary>
internal enum ShortBreakLevel
{
    Universal,
    Targeted,
    Specialist,
}

/// <summary>How far a service reaches without anybody having to travel to a place of it.</summary>
internal enum CoverageArea
{
    None,
    Medway,
    KentAndMedway,
    Kent,
    National,
}

/// <summary>Who has to ask for a place.</summary>
internal enum JoinRoute
{
    Self,
    Professional,
    Assessment,
    Unknown,
}

/// <summary>Where a record came from when it was first written; what we can say today is <see cref="Sureness"/>.</summary>
internal enum Verification
{
    Page,
    GeneralKnowledge,
}

internal enum AccessFactKey
{
    StepFree,
    AccessibleToilet,
    ChangingPlaces,
    HearingLoop,
    QuietSpace,
    Bsl,
    Parking,
}

/// <summary>No row means not known as well: nobody may read "no" into silence.</summary>
internal enum AccessAnswer
{
    Yes,
    No,
    NotKnown,
}

/// <summary>Who said an access fact. An import replaces only what an import said.</summary>
internal enum FactSource
{
    Import,
    Staff,
}

/// <summary>Values that an import file may hold, where they are not <see cref="Facets"/> themselves.</summary>
internal static class Vocabulary
{
    /// <summary>Open to every need; may stand beside named ones.</summary>
    public const string AnyNeed = "any";

    /// <summary>The cost is not known, though there may be a note about it.</summary>
    public const string UnknownCost = "unknown";

    public static readonly IReadOnlyList<string> Kinds = [.. Facets.Kinds.Select(facet => facet.Value)];

    public static readonly IReadOnlyList<string> Needs = [.. Facets.Needs.Select(facet => facet.Value), AnyNeed];

    public static readonly IReadOnlyList<string> Costs = [.. Facets.Costs.Select(facet => facet.Value), UnknownCost];

    public static readonly IReadOnlyDictionary<string, ShortBreakLevel> ShortBreakLevels = new Dictionary<string, ShortBreakLevel>(StringComparer.Ordinal)
    {
        ["universal"] = ShortBreakLevel.Universal,
        ["targeted"] = ShortBreakLevel.Targeted,
        ["specialist"] = ShortBreakLevel.Specialist,
    };

    public static readonly IReadOnlyDictionary<string, JoinRoute> JoinRoutes = new Dictionary<string, JoinRoute>(StringComparer.Ordinal)
    {
        ["self"] = JoinRoute.Self,
        ["professional"] = JoinRoute.Professional,
        ["assessment"] = JoinRoute.Assessment,
        ["unknown"] = JoinRoute.Unknown,
    };

    public static readonly IReadOnlyDictionary<string, Verification> Verifications = new Dictionary<string, Verification>(StringComparer.Ordinal)
    {
        ["page"] = Verification.Page,
        ["general_knowledge"] = Verification.GeneralKnowledge,
    };

    public static readonly IReadOnlyDictionary<string, AccessFactKey> AccessFacts = new Dictionary<string, AccessFactKey>(StringComparer.Ordinal)
    {
        ["step_free"] = AccessFactKey.StepFree,
        ["accessible_toilet"] = AccessFactKey.AccessibleToilet,
        ["changing_places"] = AccessFactKey.ChangingPlaces,
        ["hearing_loop"] = AccessFactKey.HearingLoop,
        ["quiet_space"] = AccessFactKey.QuietSpace,
        ["bsl"] = AccessFactKey.Bsl,
        ["parking"] = AccessFactKey.Parking,
    };

    /// <summary>Words of the column <c>town</c> that say how far a service reaches rather than where it is.</summary>
    public static readonly IReadOnlyDictionary<string, CoverageArea> CoverageWords = new Dictionary<string, CoverageArea>(StringComparer.OrdinalIgnoreCase)
    {
        ["Medway"] = CoverageArea.Medway,
        ["Kent and Medway"] = CoverageArea.KentAndMedway,
        ["Kent"] = CoverageArea.Kent,
        ["National"] = CoverageArea.National,
    };

    public const string OnlineTown = "Online";
}
