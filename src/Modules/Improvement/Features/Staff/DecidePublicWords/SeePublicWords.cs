using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.DecidePublicWords;

/// <summary>Words for the public beside what the board was told.</summary>
internal sealed record SeePublicWords(Guid Id) : IQuery<PublicWordsView>
{
    public Permission Permission => ImprovementPermissions.Publish;
}

/// <param name="Told">The latest update; null when there is none.</param>
internal sealed record PublicWordsView(PublicWords Words, PartState State, PartUpdate? Told, PublicDecision? Decision, bool IsMine);

internal sealed class SeePublicWordsHandler(ImprovementDbContext context, PartReader reader, Actor actor) : IRequestHandler<SeePublicWords, Outcome<PublicWordsView>>
{
    public async Task<Outcome<PublicWordsView>> Handle(SeePublicWords request, CancellationToken cancellationToken)
    {
        if (await context.PublicTexts.AsNoTracking().SingleOrDefaultAsync(words => words.Id == request.Id, cancellationToken) is not { } words)
        {
            return Outcome.NotFound;
        }

        return new PublicWordsView(
            words,
            (await reader.ReadAsync(words.PartId, cancellationToken)).Single(),
            await context.Updates.AsNoTracking().Where(update => update.PartId == words.PartId).OrderByDescending(update => update.At).ThenByDescending(update => update.Id).FirstOrDefaultAsync(cancellationToken),
            await context.PublicDecisions.AsNoTracking().SingleOrDefaultAsync(decision => decision.WordsId == words.Id, cancellationToken),
            words.By == actor.Id);
    }
}
