using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Domain.Sessions;

/// <summary>Which choices of "when" sessions answer.</summary>
internal static class SessionFacets
{
    /// <summary>What starts from then on is an evening: after the school day and the way home.</summary>
    private static readonly TimeOnly Evening = new(17, 0);

    public static long Of(IEnumerable<SessionRule> rules) => rules.Aggregate(0L, (mask, rule) => mask | Facets.MaskOf(Facets.Times, Values(rule)));

    private static IEnumerable<string> Values(SessionRule rule)
    {
        yield return rule.Day is DayOfWeek.Saturday or DayOfWeek.Sunday ? "weekend" : rule.Starts >= Evening ? "evening" : "day";
        if (rule.Runs is RunsIn.Holidays or RunsIn.Both)
        {
            yield return "holidays";
        }
    }
}
