namespace Medway.LocalOffer.Platform.Search;

/// <summary>One choice of a group.</summary>
/// <param name="Value">As it stands in an address and in an import file.</param>
/// <param name="Words">As people read it.</param>
/// <param name="Mask">Its bit, or bits when it stands for several, in <see cref="SearchEntry.Facets"/>.</param>
public sealed record Facet(string Value, string Words, long Mask);

/// <summary>
/// What a search can be narrowed by, packed in one number a row so that PostgreSQL sends it and C# counts it in one pass. Bits are stored:
/// add new ones, never reuse an old one without rebuilding the projection.
/// </summary>
public static class Facets
{
    /// <summary>What a service is, as a provider or an import names it.</summary>
    public static readonly IReadOnlyList<Facet> Kinds =
    [
        new("activity", "Things to do", 1L << 0),
        new("short_break", "Short breaks", 1L << 1),
        new("support_group", "Groups for parents and families", 1L << 2),
        new("advice", "Advice", 1L << 3),
        new("therapy_health", "Health and therapies", 1L << 4),
        new("education_setting", "Schools and colleges", 1L << 5),
        new("childcare", "Childcare", 1L << 6),
        new("transport", "Travel", 1L << 7),
        new("equipment", "Equipment and changes to your home", 1L << 8),
        new("social_care", "Social care", 1L << 9),
        new("employment_training", "Work and training", 1L << 10),
        new("mental_health", "Mental health and feelings", 1L << 11),
        new("transition", "Getting ready to be an adult", 1L << 12),
    ];

    /// <summary>The few doors that families choose from first; each stands for one or more kinds.</summary>
    public static readonly IReadOnlyList<Facet> KindsOfHelp =
    [
        new("things_to_do", "Things to do", Mask("activity")),
        new("breaks_and_care", "Short breaks and care", Mask("short_break", "social_care", "childcare")),
        new("advice_and_support", "Advice and support", Mask("advice", "support_group")),
        new("health", "Health and therapies", Mask("therapy_health", "mental_health")),
        new("school_and_college", "School and college", Mask("education_setting")),
        new("money_and_travel", "Travel and equipment", Mask("transport", "equipment")),
        new("growing_up", "Work and growing up", Mask("employment_training", "transition")),
        new("guides", "Guides and news", Page),
    ];

    /// <summary>A need is not a category: a swimming club is an activity whoever it suits.</summary>
    public static readonly IReadOnlyList<Facet> Needs =
    [
        new("autism", "Autism", 1L << 16),
        new("adhd", "ADHD", 1L << 17),
        new("learning_disability", "Learning disability", 1L << 18),
        new("physical_disability", "Physical disability", 1L << 19),
        new("hearing", "Deaf or hard of hearing", 1L << 20),
        new("vision", "Blind or low vision", 1L << 21),
        new("speech_language", "Speech and language", 1L << 22),
        new("semh", "Feelings, worry and behaviour", 1L << 23),
        new("epilepsy_complex_health", "Epilepsy or complex health needs", 1L << 24),
        new("sensory_processing", "Sensory needs", 1L << 25),
    ];

    /// <summary>Open to every need: fits whatever need is asked for.</summary>
    public const long AnyNeed = 1L << 31;

    public static readonly IReadOnlyList<Facet> Costs =
    [
        new("free", "Free", 1L << 32),
        new("paid", "You pay", 1L << 33),
        new("direct_payment", "You can use a direct payment", 1L << 34),
        new("grant", "A grant: money for you", 1L << 35),
    ];

    /// <summary>When a session is. Worked out from sessions, never from words.</summary>
    public static readonly IReadOnlyList<Facet> Times =
    [
        new("day", "Weekdays, in the day", 1L << 36),
        new("evening", "Evenings", 1L << 37),
        new("weekend", "Weekends", 1L << 38),
        new("holidays", "School holidays", 1L << 39),
    ];

    /// <summary>How a place is had.</summary>
    public static readonly IReadOnlyList<Facet> Joins =
    [
        new("turn_up", "Just turn up", 1L << 40),
        new("book", "Book first", 1L << 41),
        new("self", "You ask for it yourself", 1L << 42),
        new("professional", "Someone refers you", 1L << 43),
        new("assessment", "After an assessment", 1L << 44),
    ];

    /// <summary>Where it happens.</summary>
    public static readonly IReadOnlyList<Facet> Wheres =
    [
        new("place", "A place you go to", 1L << 45),
        new("online", "Online", 1L << 46),
        new("comes_to_you", "Comes to you", 1L << 47),
    ];

    /// <summary>What somebody has told us that is there; a bit that is missing means "no" or "not known".</summary>
    public static readonly IReadOnlyList<Facet> Access =
    [
        new("step_free", "Step-free way in", 1L << 48),
        new("accessible_toilet", "Accessible toilet", 1L << 49),
        new("changing_places", "Changing Places toilet", 1L << 50),
        new("parking", "Parking", 1L << 51),
        new("quiet_space", "Quiet space", 1L << 52),
        new("sensory", "Less noise or softer light", 1L << 53),
        new("bsl", "British Sign Language", 1L << 54),
        new("hearing_loop", "Hearing loop", 1L << 55),
        new("trained_staff", "Staff trained in SEND", 1L << 56),
    ];

    /// <summary>What somebody has told us that is not there: a known "no" may hide, silence may not. The same values as <see cref="Access"/>.</summary>
    public static readonly IReadOnlyList<Facet> AccessNo =
    [
        new("step_free", "Steps at the way in", 1L << 13),
        new("accessible_toilet", "No accessible toilet", 1L << 14),
        new("changing_places", "No Changing Places toilet", 1L << 15),
        new("parking", "No parking", 1L << 26),
        new("quiet_space", "No quiet space", 1L << 27),
        new("sensory", "Not less noise, not softer light", 1L << 28),
        new("bsl", "No British Sign Language", 1L << 29),
        new("hearing_loop", "No hearing loop", 1L << 30),
        new("trained_staff", "Staff not trained in SEND", 1L << 59),
    ];

    public static readonly IReadOnlyList<Facet> Languages = [new("other_language", "In a language other than English", 1L << 57)];

    /// <summary>Whoever runs it has said that nobody asks for a diagnosis.</summary>
    public const long NoDiagnosis = 1L << 58;

    /// <summary>A guide, a piece of news, an event: something of ours to read, and no service.</summary>
    public const long Page = 1L << 62;

    /// <summary>Online, comes to you, or covers all of Medway: nobody has to travel, so no place hides it.</summary>
    public const long Everywhere = 1L << 60;

    public static readonly long AllKinds = Kinds.Aggregate(0L, (mask, facet) => mask | facet.Mask);

    public static readonly long AllNeeds = Needs.Aggregate(AnyNeed, (mask, facet) => mask | facet.Mask);

    public static readonly long AllCosts = Costs.Aggregate(0L, (mask, facet) => mask | facet.Mask);

    public static readonly long AllTimes = Times.Aggregate(0L, (mask, facet) => mask | facet.Mask);

    public static readonly long AllJoins = Joins.Aggregate(0L, (mask, facet) => mask | facet.Mask);

    public static readonly long AllWheres = Wheres.Aggregate(0L, (mask, facet) => mask | facet.Mask);

    public static readonly long AllAccess = Access.Aggregate(0L, (mask, facet) => mask | facet.Mask);

    public static readonly long AllLanguages = Languages.Aggregate(0L, (mask, facet) => mask | facet.Mask);

    /// <summary>The bits of values of a group; values that it does not know are passed over.</summary>
    public static long MaskOf(IReadOnlyList<Facet> group, IEnumerable<string> values) =>
        group.Where(facet => values.Contains(facet.Value, StringComparer.Ordinal)).Aggregate(0L, (mask, facet) => mask | facet.Mask);

    /// <summary>The bits that say "no" to what these bits of <see cref="Access"/> say "yes" to.</summary>
    public static long NoOf(long access) => AccessNo.Where(no => Access.Any(yes => yes.Value == no.Value && (yes.Mask & access) != 0))
        .Aggregate(0L, (mask, facet) => mask | facet.Mask);

    private static long Mask(params string[] kinds) => MaskOf(Kinds, kinds);
}
