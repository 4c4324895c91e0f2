namespace Medway.LocalOffer.Listings.Features.ViewService;

/// <summary>One drawing for one idea: the same ones that stand at the doors of the home page.</summary>
internal static class KindDrawings
{
    public static string Of(string kind) => kind switch
    {
        "activity" => "d-kite",
        "short_break" or "social_care" => "d-mug",
        "childcare" => "d-blocks",
        "advice" => "d-talk",
        "support_group" => "d-people",
        "therapy_health" or "mental_health" => "d-heart",
        "education_setting" => "d-school",
        "transport" or "equipment" => "d-bus",
        _ => "d-key",
    };
}
