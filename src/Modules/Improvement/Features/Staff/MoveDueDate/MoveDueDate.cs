using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Features.Staff.MoveDueDate;

/// <summary>Gives a part a later date. The first one stays, and so does how far it slipped.</summary>
internal sealed record MoveDueDate(Guid Id, DateOnly? To, string Reason) : ICommand<DateOnly>
{
    public Permission Permission => ImprovementPermissions.Update;
}

internal sealed class MoveDueDateValidator : AbstractValidator<MoveDueDate>
{
    public MoveDueDateValidator(TimeProvider clock)
    {
        RuleFor(move => move.To).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the new date")
            .Must(to => to >= clock.Today()).WithMessage("This day has passed. A date is moved to a day that is still to come")
            .Must(to => to <= clock.Today().AddYears(3)).WithMessage("This day is more than three years away. Check the year");
        RuleFor(move => move.Reason).NotEmpty().WithMessage("Write why, so that the board can read it")
            .MaximumLength(DueMove.MaximumReason).WithMessage($"Write {DueMove.MaximumReason} characters or fewer");
    }
}

internal sealed class MoveDueDateHandler(ImprovementDbContext context, PartReader reader, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<MoveDueDate, Outcome<DateOnly>>
{
    public async Task<Outcome<DateOnly>> Handle(MoveDueDate request, CancellationToken cancellationToken)
    {
        // Two who move it at once: each sees the date that the other has given.
        await context.Database.LockAsync($"improvement.part {request.Id:N}", cancellationToken);
        if ((await reader.ReadAsync(request.Id, cancellationToken)).SingleOrDefault() is not { } state)
        {
            return Outcome.NotFound;
        }

        var to = request.To!.Value;
        if (to <= state.History.Due)
        {
            return Outcome.Invalid(nameof(request.To), $"It is due on {state.History.Due.Long()}. Write a later day; to finish sooner nothing needs to be moved");
        }

        var now = clock.GetUtcNow();
        context.Moves.Add(new DueMove
        {
            Id = Guid.CreateVersion7(now),
            PartId = request.Id,
            From = state.History.Due,
            To = to,
            Reason = request.Reason.Trim(),
            At = now,
            By = actor.Id,
        });
        audit.Record(context, ImprovementAudit.Moved, ImprovementPart.Subject, request.Id, changes: [new AuditChange("due", $"{state.History.Due:yyyy-MM-dd}", $"{to:yyyy-MM-dd}")]);
        await context.SaveChangesAsync(cancellationToken);
        return to;
    }
}
