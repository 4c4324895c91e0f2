using Medway.LocalOffer.Register.Domain;

namespace Medway.LocalOffer.Register.Features.FactsForm;

/// <summary>What a form about a child's facts posts.</summary>
internal sealed class FactsInput
{
    public List<string> Difficulties { get; set; } = [];

    public string Setting { get; set; } = "";

    public string School { get; set; } = "";

    public string Help { get; set; } = "";

    public List<string> ServicesUsed { get; set; } = [];

    public List<string> ServicesWanted { get; set; } = [];

    public string Wanted { get; set; } = "";

    public static FactsInput Of(OpenedFacts opened) => new()
    {
        Difficulties = [.. opened.Facts.Difficulties],
        Setting = opened.Facts.Coded.Setting,
        School = opened.Facts.School,
        Help = opened.Facts.Help,
        ServicesUsed = [.. opened.Facts.Coded.ServicesUsed],
        ServicesWanted = [.. opened.Facts.Coded.ServicesWanted],
        Wanted = opened.Facts.Wanted,
    };

    public EntryFacts Read() => new(
        [.. Difficulties.Take(EntryFacts.MostPicked)], new CodedFacts(Setting, [.. ServicesUsed.Take(EntryFacts.MostPicked)], [.. ServicesWanted.Take(EntryFacts.MostPicked)]), School, Help, Wanted);
}
