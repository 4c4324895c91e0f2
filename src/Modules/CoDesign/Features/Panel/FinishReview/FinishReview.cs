using FluentValidation;
using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.CoDesign.Features.Panel.FinishReview;

/// <summary>The last question. It may be skipped, and everything can be changed until the round closes.</summary>
internal sealed record FinishReview(string? Key, string Friend) : ICommand<Done>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class FinishReviewValidator : AbstractValidator<FinishReview>
{
    public FinishReviewValidator() =>
        RuleFor(request => request.Friend).Must(friend => friend.Length == 0 || Enum.IsDefined(typeof(Friend), friend)).WithMessage("Pick one, or press Skip");
}

internal sealed class FinishReviewHandler(CoDesignDbContext context, Seats seats, TimeProvider clock) : IRequestHandler<FinishReview, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(FinishReview request, CancellationToken cancellationToken)
    {
        if (await seats.FindAsync(request.Key, cancellationToken) is not { } seat)
        {
            return Outcome.NotFound;
        }

        if (!seat.IsOpen)
        {
            return Outcome.Conflict(AnswerPart.AnswerPart.HasClosed);
        }

        seat.Reviewer.Friend = request.Friend.Length == 0 ? null : Enum.Parse<Friend>(request.Friend);
        seat.Reviewer.FinishedAt = clock.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
