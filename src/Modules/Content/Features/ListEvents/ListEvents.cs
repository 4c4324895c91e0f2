using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.ListEvents;

/// <summary>Events that are today or later, the next first; those whose date nobody has told us come last.</summary>
internal sealed record ListEvents : IQuery<IReadOnlyList<EventItem>>
{
    public const int Most = 50;

    public Permission Permission => Permission.ReadPublished;
}

internal sealed record EventItem(string Title, string Summary, string Href, string When, string? Place);

internal sealed class ListEventsHandler(ContentDbContext context, TimeProvider clock) : IRequestHandler<ListEvents, Outcome<IReadOnlyList<EventItem>>>
{
    public async Task<Outcome<IReadOnlyList<EventItem>>> Handle(ListEvents request, CancellationToken cancellationToken)
    {
        var today = UkTime.StartOf(clock.Today());
        var events = await context.Published.AsNoTracking()
            .Where(page => page.Kind == DocumentKind.Event && page.Variant == VariantKey.Full && page.TakenDown == null
                && (page.StartsAt == null || (page.EndsAt ?? page.StartsAt) >= today))
            .OrderBy(page => page.StartsAt).ThenBy(page => page.Title)
            .Take(ListEvents.Most)
            .Select(page => new { page.Title, page.Summary, page.Address, page.StartsAt, page.EndsAt, page.Place })
            .ToListAsync(cancellationToken);
        return Outcome.Ok<IReadOnlyList<EventItem>>(
            [.. events.Select(page => new EventItem(page.Title, page.Summary, page.Address, EventWords.When(page.StartsAt, page.EndsAt), page.Place))]);
    }
}
