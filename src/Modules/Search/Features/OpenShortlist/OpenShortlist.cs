using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.OpenShortlist;

/// <summary>The cards of some services, in the order of their list.</summary>
internal sealed record OpenShortlist(IReadOnlyList<string> Slugs) : IQuery<ShortlistView>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <param name="Gone">How many of the list there are no more.</param>
internal sealed record ShortlistView(IReadOnlyList<FoundService> Cards, int Gone);

internal sealed class OpenShortlistHandler(SearchDbContext context, TimeProvider clock) : IRequestHandler<OpenShortlist, Outcome<ShortlistView>>
{
    public async Task<Outcome<ShortlistView>> Handle(OpenShortlist request, CancellationToken cancellationToken)
    {
        string[] urls = [.. request.Slugs.Take(SlugList.Most).Select(slug => "/services/" + slug)];
        var today = clock.Today();
        var found = await context.Entries.AsNoTracking()
            .Where(entry => urls.Contains(entry.Url))
            .Select(entry => new
            {
                entry.Source,
                entry.Url,
                entry.Title,
                entry.Summary,
                entry.Who,
                entry.Where,
                entry.When,
                entry.NextDates,
                entry.Cost,
                entry.HowToStart,
                entry.Phone,
                entry.Sureness,
                entry.CheckedOn,
            })
            .ToDictionaryAsync(entry => entry.Url, cancellationToken);
        FoundService[] cards =
        [
            .. urls.Where(found.ContainsKey).Select(url => found[url]).Select(entry => new StoredCard(
                new FoundService(
                    entry.Source, entry.Url, entry.Title, entry.Summary, entry.Who, entry.Where, Miles: null, entry.When, NextOn: null,
                    entry.Cost, entry.HowToStart, entry.Phone, entry.Sureness, entry.CheckedOn, NotTold: []),
                entry.NextDates).For(today, miles: null, notTold: [])),
        ];
        return new ShortlistView(cards, urls.Length - cards.Length);
    }
}
