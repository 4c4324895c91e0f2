using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.SeeLoad;

/// <summary>How far a long file is, and in the end what came of it.</summary>
internal sealed record SeeLoad(Guid Id) : IQuery<LoadView>
{
    public Permission Permission => ListingsPermissions.ImportServices;
}

/// <param name="Report">Once it is done.</param>
/// <param name="BrokeOff">Whoever worked on it has given no sign for too long.</param>
internal sealed record LoadView(FileLoad Load, ImportReport? Report, bool BrokeOff, DateTimeOffset AsAt);

internal sealed class SeeLoadHandler(ListingsDbContext context, TimeProvider clock) : IRequestHandler<SeeLoad, Outcome<LoadView>>
{
    /// <summary>A sign is given every second.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    public async Task<Outcome<LoadView>> Handle(SeeLoad request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await context.FileLoads.AsNoTracking().SingleOrDefaultAsync(load => load.Id == request.Id, cancellationToken) is { } load
            ? new LoadView(load, load.ReadReport(), load.State == LoadState.Running && now - load.TouchedAt > Silence, now)
            : Outcome.NotFound;
    }
}
