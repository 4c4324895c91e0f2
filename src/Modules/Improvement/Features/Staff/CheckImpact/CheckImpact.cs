using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Features.Staff.CheckImpact;

/// <summary>Somebody who did not do the work says whether it made the difference that the plan names.</summary>
/// <param name="PeriodEnd">Last day of the time that they looked at.</param>
internal sealed record CheckImpact(Guid Id, DateOnly? PeriodEnd, bool? IsMet, string Words) : ICommand<Guid>
{
    public Permission Permission => ImprovementPermissions.Verify;
}

internal sealed class CheckImpactValidator : AbstractValidator<CheckImpact>
{
    public CheckImpactValidator(TimeProvider clock)
    {
        RuleFor(check => check.PeriodEnd).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the last day of the time that you looked at")
            .Must(end => end <= clock.Today()).WithMessage("This day is still to come. Write the last day of the time that you looked at")
            .Must(end => end >= clock.Today().AddYears(-3)).WithMessage("This day is more than three years ago. Check the year");
        RuleFor(check => check.IsMet).NotNull().WithMessage("Choose yes or not yet");
        RuleFor(check => check.Words).NotEmpty().WithMessage("Write what you looked at and what you saw")
            .MaximumLength(ImpactCheck.MaximumWords).WithMessage($"Write {ImpactCheck.MaximumWords} characters or fewer");
    }
}

internal sealed class CheckImpactHandler(ImprovementDbContext context, PartReader reader, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<CheckImpact, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(CheckImpact request, CancellationToken cancellationToken)
    {
        if ((await reader.ReadAsync(request.Id, cancellationToken)).SingleOrDefault() is not { } state)
        {
            return Outcome.NotFound;
        }

        if (state.History.IsWorkOf(actor.Id))
        {
            return Outcome.Invalid("", "You lead this part or wrote of it, so somebody else has to look at the difference it made");
        }

        var now = clock.GetUtcNow();
        var check = new ImpactCheck
        {
            Id = Guid.CreateVersion7(now),
            PartId = request.Id,
            PeriodEnd = request.PeriodEnd!.Value,
            IsMet = request.IsMet!.Value,
            Words = request.Words.Trim(),
            At = now,
            By = actor.Id,
        };
        context.ImpactChecks.Add(check);
        audit.Record(context, ImprovementAudit.Checked, ImprovementPart.Subject, request.Id, changes: [new AuditChange("is_met", null, check.IsMet ? "yes" : "no")]);
        await context.SaveChangesAsync(cancellationToken);
        return check.Id;
    }
}
