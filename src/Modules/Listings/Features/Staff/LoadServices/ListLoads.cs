using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.LoadServices;

/// <summary>What the page shows beside its form: what was saved of tables from elsewhere, and the last long files.</summary>
internal sealed record ListLoads : IQuery<LoadsView>
{
    public const int Shown = 10;

    public Permission Permission => ListingsPermissions.ImportServices;
}

internal sealed record LoadsView(IReadOnlyList<string> Mappings, IReadOnlyList<LoadLine> Loads);

internal sealed record LoadLine(Guid Id, string FileName, DateTimeOffset AskedAt, LoadState State, bool IsTrial);

internal sealed class ListLoadsHandler(ListingsDbContext context) : IRequestHandler<ListLoads, Outcome<LoadsView>>
{
    public async Task<Outcome<LoadsView>> Handle(ListLoads request, CancellationToken cancellationToken) => new LoadsView(
        await context.CsvMappings.AsNoTracking().OrderBy(mapping => mapping.Name).Select(mapping => mapping.Name).ToListAsync(cancellationToken),
        await context.FileLoads.OrderByDescending(load => load.AskedAt).Take(ListLoads.Shown)
            .Select(load => new LoadLine(load.Id, load.FileName, load.AskedAt, load.State, load.IsTrial)).ToListAsync(cancellationToken));
}
