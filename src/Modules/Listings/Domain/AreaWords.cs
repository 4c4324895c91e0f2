namespace Medway.LocalOffer.Listings.Domain;

/// <summary>An area as far as its words go.</summary>
internal sealed record AreaName(string Code, string Name, AreaKind Kind);

internal static class AreaWords
{
    /// <summary>"All over Medway"; null when nobody has named an area.</summary>
    public static string? Of(IReadOnlyList<AreaName> areas) => areas.Count == 0
        ? null
        : "All over " + string.Join(" and ", areas.OrderBy(area => area.Kind).ThenBy(area => area.Name, StringComparer.Ordinal)
            .Select(area => area.Kind == AreaKind.Country ? "the country" : area.Name));

    /// <summary>Reaches every family in Medway, wherever they live: no place may hide it.</summary>
    public static bool CoversMedway(IEnumerable<AreaName> areas) => areas.Any(area => area.Kind != AreaKind.Town);
}
