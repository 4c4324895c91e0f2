namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>Whom somebody asked. Stored.</summary>
internal enum AskedGroup
{
    Children,
    YoungPeople,
    ParentsAndCarers,
    Professionals,
    VoluntaryGroups,
}

/// <summary>How much say they had: each step is more than the one before. Stored.</summary>
internal enum EngagementLevel
{
    Informed,
    Consulted,
    Involved,
    CoProduced,
    LedByYoungPeople,
}

/// <summary>What counts as the input of children and young people (action 4.1: every decision made without it is challenged).</summary>
internal static class YoungInput
{
    public static readonly IReadOnlyList<AskedGroup> Groups = [AskedGroup.Children, AskedGroup.YoungPeople];

    /// <summary>Whoever is only told about something has had no say in it.</summary>
    public const EngagementLevel WithoutASay = EngagementLevel.Informed;
}

internal static class VoiceWords
{
    public static string Of(AskedGroup group) => group switch
    {
        AskedGroup.YoungPeople => "Young people",
        AskedGroup.ParentsAndCarers => "Parents and carers",
        AskedGroup.VoluntaryGroups => "Voluntary groups",
        _ => $"{group}",
    };

    public static string Of(EngagementLevel level) => level switch
    {
        EngagementLevel.CoProduced => "Co-produced",
        EngagementLevel.LedByYoungPeople => "Led by young people",
        _ => $"{level}",
    };

    public static string HintOf(EngagementLevel level) => level switch
    {
        EngagementLevel.Informed => "They were told. Nobody asked them anything.",
        EngagementLevel.Consulted => "They were asked what they think.",
        EngagementLevel.Involved => "They took part in the work.",
        EngagementLevel.CoProduced => "They made it with us, and decided with us.",
        _ => "They chose what it was about, and led it.",
    };
}
