using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Search;

internal static class SearchAudit
{
    public static readonly AuditEvent SynonymSaved = new("search.synonym-saved", "Other words to look for were added or changed");
    public static readonly AuditEvent SynonymRemoved = new("search.synonym-removed", "Other words to look for were taken away");
    public static readonly AuditEvent BestBetSaved = new("search.best-bet-saved", "Something was put first for certain words");
    public static readonly AuditEvent BestBetRemoved = new("search.best-bet-removed", "Something is not put first any more");
    public static readonly AuditEvent ResultHidden = new("search.result-hidden", "Something was taken out of all results");
    public static readonly AuditEvent ResultShown = new("search.result-shown", "Something that was hidden is in the results again");
    public static readonly AuditEvent RebuildAsked = new("search.rebuild-asked", "Somebody asked for the search to be built anew");
    public static readonly AuditEvent PackMade = new("search.pack-made", "A visitor put a pack of services together");
    public static readonly AuditEvent PackRemoved = new("search.pack-removed", "A pack was taken away");
    public static readonly AuditEvent WishLeft = new("search.wish-left", "A visitor told us what they did not find");

    public static readonly IReadOnlyList<AuditEvent> All =
    [
        SynonymSaved, SynonymRemoved, BestBetSaved, BestBetRemoved, ResultHidden, ResultShown, RebuildAsked, PackMade, PackRemoved, WishLeft,
    ];
}
