using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Panel.AnswerPart;

/// <summary>One screen of the round, with the reviewer's own answer to it.</summary>
internal sealed record OpenPart(string? Key, int Number) : IQuery<OpenedPart>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <param name="Parts">How many there are.</param>
/// <param name="Own">What this reviewer said before; null when nothing.</param>
internal sealed record OpenedPart(Part Part, int Parts, Answer? Own);

internal sealed class OpenPartHandler(CoDesignDbContext context, Seats seats) : IRequestHandler<OpenPart, Outcome<OpenedPart>>
{
    public async Task<Outcome<OpenedPart>> Handle(OpenPart request, CancellationToken cancellationToken)
    {
        if (await seats.FindAsync(request.Key, cancellationToken) is not { } seat)
        {
            return Outcome.NotFound;
        }

        var parts = context.Parts.AsNoTracking().Where(part => part.RoundId == seat.Round.Id);
        var own = await context.Answers.AsNoTracking()
            .SingleOrDefaultAsync(answer => answer.ReviewerId == seat.Reviewer.Id && answer.Part!.Position == request.Number, cancellationToken);
        return await parts.SingleOrDefaultAsync(part => part.Position == request.Number, cancellationToken) is { } part
            ? new OpenedPart(part, await parts.CountAsync(cancellationToken), own)
            : Outcome.NotFound;
    }
}
