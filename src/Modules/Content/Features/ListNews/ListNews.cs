using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.ListNews;

/// <summary>News, the newest first.</summary>
internal sealed record ListNews : IQuery<IReadOnlyList<NewsItem>>
{
    /// <summary>A year of weekly news; older items keep their addresses and are found by searching.</summary>
    public const int Most = 50;

    public Permission Permission => Permission.ReadPublished;
}

internal sealed record NewsItem(string Title, string Summary, string Href, DateTimeOffset PublishedAt);

internal sealed class ListNewsHandler(ContentDbContext context) : IRequestHandler<ListNews, Outcome<IReadOnlyList<NewsItem>>>
{
    public async Task<Outcome<IReadOnlyList<NewsItem>>> Handle(ListNews request, CancellationToken cancellationToken) =>
        Outcome.Ok<IReadOnlyList<NewsItem>>(await context.Published.AsNoTracking()
            .Where(page => page.Kind == DocumentKind.News && page.Variant == VariantKey.Full && page.TakenDown == null)
            .OrderByDescending(page => page.PublishedAt).ThenBy(page => page.Title)
            .Take(ListNews.Most)
            .Select(page => new NewsItem(page.Title, page.Summary, page.Address, page.PublishedAt))
            .ToListAsync(cancellationToken));
}
