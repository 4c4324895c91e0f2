using MediatR;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.CoDesign.Features.Panel.StopForNow;

/// <summary>This browser forgets the card, so that the next pupil does not sit in somebody's place.</summary>
internal sealed record StopForNow(string? Key) : ICommand<Done>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class StopForNowHandler(Seats seats) : IRequestHandler<StopForNow, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(StopForNow request, CancellationToken cancellationToken)
    {
        await seats.StandUpAsync(request.Key, cancellationToken);
        return default(Done);
    }
}
