using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Features.OpenShortlist;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.ViewPack;

internal sealed record ViewPack(string Code) : IQuery<PackView>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed record PackView(string Title, string Note, DateOnly MadeOn, DateOnly LastDay, ShortlistView Services);

internal sealed class ViewPackHandler(SearchDbContext context, IMediator mediator, TimeProvider clock) : IRequestHandler<ViewPack, Outcome<PackView>>
{
    public async Task<Outcome<PackView>> Handle(ViewPack request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var pack = await context.Packs.AsNoTracking().SingleOrDefaultAsync(pack => pack.Code == request.Code && pack.LastDay >= today, cancellationToken);
        return pack is null
            ? Outcome.NotFound
            : new PackView(
                pack.Title, pack.Note, pack.MadeOn, pack.LastDay,
                (await mediator.Send(new OpenShortlist.OpenShortlist(pack.Slugs), cancellationToken)).Value);
    }
}
