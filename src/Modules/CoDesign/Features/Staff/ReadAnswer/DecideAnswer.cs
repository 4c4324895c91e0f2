using FluentValidation;
using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.ReadAnswer;

/// <summary>A moderator decides what others may read.</summary>
/// <param name="Edition">The words that were read: a decision about others is none.</param>
/// <param name="State">Name of a <see cref="Moderation"/> that decides.</param>
/// <param name="Shown">With words taken out; only for <see cref="Moderation.Trimmed"/>.</param>
internal sealed record DecideAnswer(Guid Id, int Edition, string State, string Shown) : ICommand<Moderation>
{
    public Permission Permission => CoDesignPermissions.Moderate;
}

internal sealed class DecideAnswerValidator : AbstractValidator<DecideAnswer>
{
    private static readonly string[] Decisions = [nameof(Moderation.Accepted), nameof(Moderation.Trimmed), nameof(Moderation.NotForPublishing), nameof(Moderation.Worried)];

    public DecideAnswerValidator()
    {
        RuleFor(request => request.State).Must(state => Decisions.Contains(state)).WithMessage("Choose one of the four");
        RuleFor(request => request.Shown).MaximumLength(Answer.MaximumWords).WithMessage($"Write {Answer.MaximumWords} characters or fewer");
        RuleFor(request => request.Shown).NotEmpty().When(request => request.State == nameof(Moderation.Trimmed)).WithMessage("Leave the words that others may read, and take the rest out");
    }
}

internal sealed class DecideAnswerHandler(CoDesignDbContext context, WorryAlert alert, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<DecideAnswer, Outcome<Moderation>>
{
    public async Task<Outcome<Moderation>> Handle(DecideAnswer request, CancellationToken cancellationToken)
    {
        if (await context.Answers.Include(answer => answer.Part).SingleOrDefaultAsync(answer => answer.Id == request.Id, cancellationToken) is not { } answer)
        {
            return Outcome.NotFound;
        }

        if (answer.Part!.WrittenBy is { } author && author == actor.Id)
        {
            return Outcome.Forbidden;
        }

        if (answer.State != Moderation.Waiting)
        {
            return Outcome.Conflict("Somebody else has decided already, or the words were taken back. Nothing of yours was saved");
        }

        if (answer.Edition != request.Edition)
        {
            return Outcome.Conflict("The words changed while you were reading. Read them again, then decide");
        }

        var state = Enum.Parse<Moderation>(request.State);
        if (state == Moderation.Trimmed && !Trimming.IsOnlyShorter(answer.Words!, request.Shown))
        {
            return Outcome.Invalid(nameof(request.Shown), "Only take words out. Add none and change none: it must stay what somebody said");
        }

        answer.State = state;
        answer.Shown = state switch
        {
            Moderation.Accepted => answer.Words,
            Moderation.Trimmed => request.Shown.Trim(),
            _ => null,
        };
        (answer.DecidedBy, answer.DecidedAt) = (actor.AccountId, clock.GetUtcNow());
        if (state == Moderation.Worried)
        {
            await alert.SendAsync(answer.Id, cancellationToken);
        }

        audit.Record(context, CoDesignAudit.AnswerDecided, CoDesignAudit.Answer, answer.Id, changes: [new AuditChange("state", nameof(Moderation.Waiting), state.ToString())]);
        await context.SaveChangesAsync(cancellationToken);
        return state;
    }
}
