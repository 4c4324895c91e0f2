using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Features.FindHelp;

/// <summary>One thing that was typed or chosen, as a link that takes it off.</summary>
internal sealed record ChosenTag(string Words, SearchAddress Without)
{
    private const int LongestShown = 60;

    public static IReadOnlyList<ChosenTag> Of(SearchRequest search)
    {
        var address = search.Address with { Page = 1 };
        List<ChosenTag> tags = [];
        if (address.Words.Length > 0)
        {
            tags.Add(new(address.Words.Length > LongestShown ? address.Words[..LongestShown] + "…" : address.Words, address with { Words = "" }));
        }

        if (address.Near.Length > 0)
        {
            tags.Add(new($"near {search.Near?.Name ?? address.Near}", address with { Near = "" }));
        }

        if (address.Age.Length > 0)
        {
            tags.Add(new($"age {address.Age}", address with { Age = "" }));
        }

        tags.AddRange(address.Kinds.Select(kind => new ChosenTag(WordsOf([.. Facets.KindsOfHelp, .. Facets.Kinds], kind), address.WithoutKind(kind))));
        tags.AddRange(address.Needs.Select(need => new ChosenTag(WordsOf(Facets.Needs, need), address.WithoutNeed(need))));
        tags.AddRange(address.Costs.Select(cost => new ChosenTag(WordsOf(Facets.Costs, cost), address.WithoutCost(cost))));
        return tags;
    }

    private static string WordsOf(IReadOnlyList<Facet> facets, string value) =>
        facets.FirstOrDefault(facet => facet.Value == value)?.Words ?? value;
}
