namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>Where professionals who come to a briefing work. Stored.</summary>
internal enum BriefedAgency
{
    Schools,
    EarlyYears,
    Colleges,
    Health,
    SocialCare,
    Council,
    VoluntaryGroups,
}

internal static class BriefingWords
{
    public static string Of(BriefedAgency agency) => agency switch
    {
        BriefedAgency.EarlyYears => "Early years settings",
        BriefedAgency.SocialCare => "Social care",
        BriefedAgency.Council => "Education services of the council",
        BriefedAgency.VoluntaryGroups => "Voluntary groups",
        _ => $"{agency}",
    };
}
