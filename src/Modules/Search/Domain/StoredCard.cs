namespace Medway.LocalOffer.Search.Domain;

/// <summary>A card without what depends on the search and the day.</summary>
/// <param name="Dates">Every known date on which it happens.</param>
internal sealed record StoredCard(FoundService Card, DateOnly[] Dates)
{
    public FoundService For(DateOnly today, double? miles, IReadOnlyList<string> notTold) =>
        Card with { Miles = miles, NextOn = NextOn(today), NotTold = notTold };

    private DateOnly? NextOn(DateOnly today)
    {
        DateOnly? next = null;
        foreach (var date in Dates)
        {
            next = date >= today && !(date >= next) ? date : next;
        }

        return next;
    }
}
