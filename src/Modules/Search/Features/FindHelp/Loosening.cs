using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Features.FindHelp;

/// <summary>A search with one choice less, and what that choice is called.</summary>
internal static class Loosening
{
    public static SearchAddress Without(SearchAddress address, LooserSearch way) =>
        way.Group is { } group ? address.With(group) : address with { Age = "", Page = 1 };

    /// <summary>Follows "any": "any cost".</summary>
    public static string Words(LooserSearch way) => way.Group?.Name ?? "age";

    /// <summary>What was chosen there, as its tag says it.</summary>
    public static string Chosen(SearchAddress address, LooserSearch way) => way.Group is { } group
        ? string.Join(" or ", address.Of(group).Select(value => $"“{group.Known.FirstOrDefault(facet => facet.Value == value)?.Words ?? value}”"))
        : $"“age {address.Age}”";
}
