using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Domain;

/// <summary>Medway's own levels 1, 2 and 3 of short breaks, under the names that families are given.</summary>
internal enum ShortBreakLevel
{
    Universal,
    Targeted,
    Specialist,
}

/// <summary>Whether a record can be found. One that was merged leads to the record that it went into.</summary>
internal enum RecordState
{
    Live,
    Archived,
    Merged,
}

/// <summary>What staff keep.</summary>
internal enum RecordKind
{
    Service,
    Organisation,
    Place,
}

/// <summary>How big an area is; from the biggest to the smallest.</summary>
internal enum AreaKind
{
    Country,
    Region,
    County,
    Authority,
    Town,
}

/// <summary>How a place is had.</summary>
internal enum JoinRoute
{
    TurnUp,
    Book,
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

/// <summary>One thing that it can be like there. Stored, and read from files, as its lower_snake name.</summary>
internal enum AccessFactKey
{
    // Getting in and around.
    StepFree,
    WideDoors,
    AccessibleToilet,
    ChangingPlaces,
    HearingLoop,

    // Getting there, door to door.
    Parking,
    BlueBadgeParking,
    BusStop,
    StepFreeStation,

    // What it is like for the senses.
    QuietSpace,
    QuietTimes,
    QuietWaiting,
    LessNoise,
    SofterLight,
    LoudHandDryers,
    Music,
    Alarms,
    StrongSmells,
    Crowds,
    Echo,
    WayOut,

    // Who is there, and what they do.
    TrainedStaff,
    OneToOne,
    ParentMustStay,
    Medicines,
    Feeding,
    PersonalCare,
    BehaviourSupport,
    Bsl,
    Makaton,
    Symbols,

    // Who can come along.
    SiblingsWelcome,
    CompanionFree,
    DogsWelcome,
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
    Provider,
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
        ["turn_up"] = JoinRoute.TurnUp,
        ["book"] = JoinRoute.Book,
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

    public static readonly IReadOnlyDictionary<string, AccessFactKey> AccessFacts =
        Enum.GetValues<AccessFactKey>().ToDictionary(key => Snake(key.ToString()), StringComparer.Ordinal);

    /// <summary>Words of the column <c>town</c> that say how far a service reaches rather than where it is, and the codes of those areas.</summary>
    public static readonly IReadOnlyDictionary<string, string> CoverageWords = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Medway"] = "medway",
        ["Kent and Medway"] = "kent-and-medway",
        ["Kent"] = "kent",
        ["National"] = "united-kingdom",
    };

    public const string OnlineTown = "Online";

    private static string Snake(string name) =>
        string.Concat(name.Select((character, index) => char.IsUpper(character) ? (index == 0 ? "" : "_") + char.ToLowerInvariant(character) : character.ToString()));
}
