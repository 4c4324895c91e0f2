namespace Medway.LocalOffer.Listings.Domain;

/// <summary>One thing that makes a page useful.</summary>
/// <param name="Points">What it counts for; all together are 100.</param>
/// <param name="Ask">What to do to get them.</param>
internal sealed record QualityPoint(int Points, bool IsMet, string Ask);

/// <summary>What the score is made from.</summary>
internal sealed record QualityFacts(
    bool IsConfirmed, bool HasAges, bool HasNeeds, bool HasCost, bool HasSessions, bool HasTimes, bool HasWhere, bool HasExactPlace, bool HasRoute, bool HasPhone, bool HasEmailOrWebsite,
    int AccessKnown, bool IsHardToGet, bool SaysHowToGetIt);

/// <summary>How much a page tells a family, in points of 100 with the reason for each. It never says that a service is good or bad.</summary>
internal static class Quality
{
    /// <summary>Enough facts about access to plan a visit.</summary>
    private const int EnoughAccess = 6;

    public static IReadOnlyList<QualityPoint> Of(QualityFacts facts) =>
    [
        new(20, facts.IsConfirmed, "Get it confirmed by whoever runs it"),
        new(8, facts.HasAges, "Find out the ages"),
        new(8, facts.HasNeeds, "Find out which needs it is for"),
        new(10, facts.HasCost, "Find out what it costs"),
        new(6, facts.HasTimes, "Write down days and times in words"),
        new(8, facts.HasSessions || !facts.HasTimes, "Write its sessions as data, so that the next date shows"),
        new(6, facts.HasWhere, "Say where it is, or what area it covers"),
        new(4, facts.HasExactPlace, "Find out the postcode"),
        new(8, facts.HasRoute, "Find out how to join"),
        new(6, facts.HasPhone, "Find out a phone number"),
        new(4, facts.HasEmailOrWebsite, "Find out an e-mail address or a website"),
        new(6, facts.AccessKnown > 0, "Ask about getting in and around"),
        new(4, facts.AccessKnown >= EnoughAccess, $"Ask more about what it is like: {EnoughAccess} facts or more"),
        new(2, facts.SaysHowToGetIt || !facts.IsHardToGet, "Find out who decides, the wait, and what to do after a no"),
    ];

    public static int Score(QualityFacts facts) => Of(facts).Where(point => point.IsMet).Sum(point => point.Points);
}
