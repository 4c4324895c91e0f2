using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Panel.ChangeAnswers;

/// <summary>What this reviewer said so far, part by part.</summary>
internal sealed record SeeOwnAnswers(string? Key) : IQuery<IReadOnlyList<OwnAnswer>>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <param name="Own">Null: nothing was said.</param>
internal sealed record OwnAnswer(Part Part, Answer? Own);

internal sealed class SeeOwnAnswersHandler(CoDesignDbContext context, Seats seats) : IRequestHandler<SeeOwnAnswers, Outcome<IReadOnlyList<OwnAnswer>>>
{
    public async Task<Outcome<IReadOnlyList<OwnAnswer>>> Handle(SeeOwnAnswers request, CancellationToken cancellationToken)
    {
        if (await seats.FindAsync(request.Key, cancellationToken) is not { } seat)
        {
            return Outcome.NotFound;
        }

        var answers = await context.Answers.AsNoTracking().Where(answer => answer.ReviewerId == seat.Reviewer.Id).ToListAsync(cancellationToken);
        var parts = await context.Parts.AsNoTracking().Where(part => part.RoundId == seat.Round.Id).OrderBy(part => part.Position).ToListAsync(cancellationToken);
        return parts.Select(part => new OwnAnswer(part, answers.SingleOrDefault(answer => answer.PartId == part.Id))).ToList();
    }
}

/// <summary>Takes all of it back. The card ends with it.</summary>
internal sealed record WithdrawAnswers(string? Key) : ICommand<Done>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class WithdrawAnswersHandler(Seats seats, Withdrawal withdrawal) : IRequestHandler<WithdrawAnswers, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(WithdrawAnswers request, CancellationToken cancellationToken)
    {
        if (await seats.FindAsync(request.Key, cancellationToken) is not { } seat)
        {
            return Outcome.NotFound;
        }

        if (!seat.IsOpen)
        {
            return Outcome.Conflict("The panel has closed. Ask the person who gave you the card: they can still tell us to delete your answers.");
        }

        await withdrawal.WithdrawAsync(seat.Reviewer, cancellationToken);
        return default(Done);
    }
}
