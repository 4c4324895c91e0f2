using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.Ehcp.Features;

/// <summary>What families are asked about, and what they can answer.</summary>
internal static class HowItWasWords
{
    public static readonly IReadOnlyList<Choice> Answers = [new(nameof(FamilySays.Yes), "Yes"), new(nameof(FamilySays.Partly), "Partly"), new(nameof(FamilySays.No), "No")];

    public static string About(string code) => code switch
    {
        "NA-07" => "our decision whether to assess",
        FamilyAnswer.Draft => "the draft plan",
        "NA-18" => "the final plan",
        _ => "our decision after the review",
    };
}
