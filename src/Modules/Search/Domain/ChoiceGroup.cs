using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>When nobody has told us what a group asks for.</summary>
internal enum Untold
{
    /// <summary>Everything says it.</summary>
    Never,

    /// <summary>An entry without any bit of the group.</summary>
    WithoutAnyBit,

    /// <summary>Only "yes" has a bit: whoever lacks it may only not have been asked.</summary>
    WithoutTheBit,
}

/// <summary>Choices of one kind: OR between them, AND between groups.</summary>
/// <param name="Index">Place in <see cref="ChoiceGroups.All"/>.</param>
/// <param name="Field">Name in the address, and id of its part of the form.</param>
/// <param name="Name">In a sentence: "any cost".</param>
/// <param name="Legend">Over its choices.</param>
/// <param name="Offered">What the form offers, in its order.</param>
/// <param name="Known">What an address may hold.</param>
/// <param name="NotTold">After "Nobody has told us", on a card that only may fit.</param>
/// <param name="Any">Bits that meet every choice of the group.</param>
internal sealed record ChoiceGroup(
    int Index, string Field, string Name, string Legend, IReadOnlyList<Facet> Offered, IReadOnlyList<Facet> Known, Untold Untold, string NotTold, long Any = 0)
{
    /// <summary>Every bit that says something about the group.</summary>
    public long All { get; } = Known.Aggregate(Any, (mask, facet) => mask | facet.Mask);
}

/// <summary>Everything that a search can be narrowed by, beside words, place and age.</summary>
internal static class ChoiceGroups
{
    public static readonly ChoiceGroup Kind = new(
        0, "kind", "kind of help", "Kind of help", Facets.KindsOfHelp, [.. Facets.KindsOfHelp, .. Facets.Kinds], Untold.Never, "what kind of help it is");

    public static readonly ChoiceGroup Need = Of(1, "need", "need", "Your child’s needs", Facets.Needs, Untold.WithoutAnyBit, "which needs it is for", Facets.AnyNeed);

    public static readonly ChoiceGroup Cost = Of(2, "cost", "cost", "Cost", Facets.Costs, Untold.WithoutAnyBit, "what it costs");

    public static readonly ChoiceGroup When = Of(3, "when", "time", "When", Facets.Times, Untold.WithoutAnyBit, "when it is");

    public static readonly ChoiceGroup Join = Of(4, "join", "way to join", "How to join", Facets.Joins, Untold.WithoutAnyBit, "how to join");

    public static readonly ChoiceGroup Diagnosis = Of(
        5, "diagnosis", "diagnosis", "Diagnosis", [new("not_needed", "No diagnosis needed", Facets.NoDiagnosis)], Untold.WithoutTheBit, "if you need a diagnosis");

    public static readonly ChoiceGroup Place = Of(6, "place", "kind of place", "Where it happens", Facets.Wheres, Untold.WithoutAnyBit, "where it happens");

    public static readonly ChoiceGroup Access = Of(7, "access", "way in", "What you need there", Facets.Access, Untold.WithoutTheBit, "if it has what you need there");

    public static readonly ChoiceGroup Language = Of(8, "language", "language", "Language", Facets.Languages, Untold.WithoutTheBit, "which languages they speak");

    public static readonly IReadOnlyList<ChoiceGroup> All = [Kind, Need, Cost, When, Join, Diagnosis, Place, Access, Language];

    /// <summary>What stands under "More choices", in its order there.</summary>
    public static readonly IReadOnlyList<ChoiceGroup> More = [Need, When, Cost, Join, Diagnosis, Place, Access, Language];

    private static ChoiceGroup Of(int index, string field, string name, string legend, IReadOnlyList<Facet> facets, Untold untold, string notTold, long any = 0) =>
        new(index, field, name, legend, facets, facets, untold, notTold, any);
}
