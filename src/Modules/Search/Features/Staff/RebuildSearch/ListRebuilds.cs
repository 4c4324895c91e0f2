using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.RebuildSearch;

internal sealed record ListRebuilds : IQuery<IReadOnlyList<Rebuild>>
{
    /// <summary>The last few tell what there is to know.</summary>
    public const int Shown = 10;

    public Permission Permission => SearchPermissions.Rebuild;
}

internal sealed class ListRebuildsHandler(SearchDbContext context) : IRequestHandler<ListRebuilds, Outcome<IReadOnlyList<Rebuild>>>
{
    public async Task<Outcome<IReadOnlyList<Rebuild>>> Handle(ListRebuilds request, CancellationToken cancellationToken) => Outcome.Ok<IReadOnlyList<Rebuild>>(
        await context.Rebuilds.AsNoTracking().OrderByDescending(rebuild => rebuild.StartedAt).Take(ListRebuilds.Shown).ToListAsync(cancellationToken));
}
