using MediatR;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.CoDesign.Features.Panel;

/// <summary>Who sits here.</summary>
internal sealed record FindSeat(string? Key) : IQuery<Seat>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class FindSeatHandler(Seats seats) : IRequestHandler<FindSeat, Outcome<Seat>>
{
    public async Task<Outcome<Seat>> Handle(FindSeat request, CancellationToken cancellationToken) =>
        await seats.FindAsync(request.Key, cancellationToken) is { } seat ? seat : Outcome.NotFound;
}
