using MediatR;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.CoDesign.Features.Panel.TakeCard;

/// <summary>Comes in with a card, for the first time or again.</summary>
internal sealed record TakeCard(string Words) : ICommand<string>
{
    public const string Refusal = "We could not open the panel with these words. Look at your card and try again. Or ask the person who gave it to you: the panel may have closed.";

    public Permission Permission => Permission.ReadPublished;
}

internal sealed class TakeCardHandler(Seats seats) : IRequestHandler<TakeCard, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(TakeCard request, CancellationToken cancellationToken) =>
        request.Words.Length <= Cards.MaximumTyped && await seats.SitDownAsync(request.Words, cancellationToken) is { } key
            ? key
            : Outcome.Invalid(nameof(request.Words), TakeCard.Refusal);
}
