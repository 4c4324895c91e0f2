using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.ListPanels;

internal sealed record ListPanels : IQuery<IReadOnlyList<PublishedRound>>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class ListPanelsHandler(CoDesignDbContext context) : IRequestHandler<ListPanels, Outcome<IReadOnlyList<PublishedRound>>>
{
    private const int Most = 100;

    public async Task<Outcome<IReadOnlyList<PublishedRound>>> Handle(ListPanels request, CancellationToken cancellationToken) =>
        await context.PublishedRounds.AsNoTracking().OrderByDescending(round => round.PublishedOn).ThenBy(round => round.Slug).Take(Most).ToListAsync(cancellationToken);
}
