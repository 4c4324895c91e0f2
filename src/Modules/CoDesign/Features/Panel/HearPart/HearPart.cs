using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Panel.HearPart;

/// <summary>The recording of one part of the round in which this reviewer sits.</summary>
internal sealed record HearPart(string? Key, int Number) : IQuery<Recording>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class HearPartHandler(CoDesignDbContext context, Seats seats, Recordings recordings) : IRequestHandler<HearPart, Outcome<Recording>>
{
    public async Task<Outcome<Recording>> Handle(HearPart request, CancellationToken cancellationToken) =>
        await seats.FindAsync(request.Key, cancellationToken) is { } seat
        && await context.Parts.AsNoTracking().SingleOrDefaultAsync(part => part.RoundId == seat.Round.Id && part.Position == request.Number, cancellationToken) is { } part
        && await recordings.ReadAsync(part, cancellationToken) is { } recording
            ? recording
            : Outcome.NotFound;
}
