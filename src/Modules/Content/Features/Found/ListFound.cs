using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Found;

/// <summary>The kinds of things that are findable on the site, whichever module they come from.</summary>
internal sealed record ListFoundKinds : IQuery<IReadOnlyList<string>>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class ListFoundKindsHandler(ContentDbContext context) : IRequestHandler<ListFoundKinds, Outcome<IReadOnlyList<string>>>
{
    public async Task<Outcome<IReadOnlyList<string>>> Handle(ListFoundKinds request, CancellationToken cancellationToken) =>
        Outcome.Ok<IReadOnlyList<string>>(await context.SearchEntries.Select(entry => entry.Source).Distinct().OrderBy(source => source).ToListAsync(cancellationToken));
}

/// <summary>Every findable page of one kind.</summary>
internal sealed record ListFound(string Kind) : IQuery<IReadOnlyList<FoundPage>>
{
    /// <summary>What one sitemap may hold (sitemaps.org).</summary>
    public const int Most = 50_000;

    public Permission Permission => Permission.ReadPublished;
}

/// <param name="ChangedOn">Null when we do not know.</param>
internal sealed record FoundPage(string Url, DateOnly? ChangedOn);

internal sealed class ListFoundHandler(ContentDbContext context) : IRequestHandler<ListFound, Outcome<IReadOnlyList<FoundPage>>>
{
    public async Task<Outcome<IReadOnlyList<FoundPage>>> Handle(ListFound request, CancellationToken cancellationToken)
    {
        var urls = await context.SearchEntries.AsNoTracking().Where(entry => entry.Source == request.Kind)
            .OrderBy(entry => entry.Url).Take(ListFound.Most).Select(entry => entry.Url).ToListAsync(cancellationToken);
        if (urls.Count == 0)
        {
            return Outcome.NotFound;
        }

        var published = request.Kind != PageSearchEntry.Source ? [] : await context.Published.AsNoTracking()
            .ToDictionaryAsync(page => page.Address, page => UkTime.DateIn(page.PublishedAt), cancellationToken);
        return Outcome.Ok<IReadOnlyList<FoundPage>>(
            [.. urls.Select(url => new FoundPage(url, published.TryGetValue(url, out var on) ? on : null))]);
    }
}
