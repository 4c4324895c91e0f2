using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Features.FindHelp;

internal static class Loosening
{
    public static SearchAddress Without(SearchAddress address, ChoiceGroup group) => group switch
    {
        ChoiceGroup.Kind => address with { Kinds = [], Page = 1 },
        ChoiceGroup.Need => address with { Needs = [], Page = 1 },
        ChoiceGroup.Cost => address with { Costs = [], Page = 1 },
        _ => address with { Age = "", Page = 1 },
    };

    public static string Words(ChoiceGroup group) => group switch
    {
        ChoiceGroup.Kind => "kind of help",
        ChoiceGroup.Need => "need",
        ChoiceGroup.Cost => "cost",
        _ => "age",
    };
}
