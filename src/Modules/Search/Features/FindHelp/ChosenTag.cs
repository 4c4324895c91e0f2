using Medway.LocalOffer.Search.Domain;

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

        foreach (var group in ChoiceGroups.All)
        {
            tags.AddRange(address.Of(group).Select(value => new ChosenTag(WordsOf(group, value), address.Without(group, value))));
        }

        return tags;
    }

    private static string WordsOf(ChoiceGroup group, string value) =>
        group.Known.FirstOrDefault(facet => facet.Value == value)?.Words ?? value;
}
