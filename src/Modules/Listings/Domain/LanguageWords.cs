namespace Medway.LocalOffer.Listings.Domain;

/// <summary>Languages a service may be had in, by ISO 639 code. British Sign Language is a fact about access, not one of these.</summary>
internal static class LanguageWords
{
    public static readonly IReadOnlyDictionary<string, string> All = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["ar"] = "Arabic",
        ["bg"] = "Bulgarian",
        ["bn"] = "Bengali",
        ["cs"] = "Czech",
        ["cy"] = "Welsh",
        ["de"] = "German",
        ["en"] = "English",
        ["es"] = "Spanish",
        ["fa"] = "Farsi",
        ["fr"] = "French",
        ["gu"] = "Gujarati",
        ["hi"] = "Hindi",
        ["hu"] = "Hungarian",
        ["it"] = "Italian",
        ["ku"] = "Kurdish",
        ["lt"] = "Lithuanian",
        ["lv"] = "Latvian",
        ["ne"] = "Nepali",
        ["pa"] = "Punjabi",
        ["pl"] = "Polish",
        ["ps"] = "Pashto",
        ["pt"] = "Portuguese",
        ["ro"] = "Romanian",
        ["ru"] = "Russian",
        ["sk"] = "Slovak",
        ["so"] = "Somali",
        ["ta"] = "Tamil",
        ["tr"] = "Turkish",
        ["uk"] = "Ukrainian",
        ["ur"] = "Urdu",
        ["vi"] = "Vietnamese",
        ["yo"] = "Yoruba",
        ["zh"] = "Chinese",
    };

    /// <summary>"Polish, Romanian"; null when none is named.</summary>
    public static string? Of(IEnumerable<string> codes)
    {
        var names = codes.Select(code => All.GetValueOrDefault(code, code)).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }
}
