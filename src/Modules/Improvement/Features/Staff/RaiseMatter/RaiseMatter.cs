using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.RaiseMatter;

/// <summary>Puts a risk, a dependency, a decision, a challenge or an escalation before the board.</summary>
/// <param name="WaitsForId">Of a dependency only.</param>
/// <param name="Route">Of an escalation only.</param>
internal sealed record RaiseMatter(MatterKind Kind, string Title, string Words, Guid? PartId, Guid? WaitsForId, EscalationRoute? Route, string Owner, DateOnly? Due) : ICommand<Guid>
{
    public Permission Permission => ImprovementPermissions.Raise;
}

internal sealed class RaiseMatterValidator : AbstractValidator<RaiseMatter>
{
    public RaiseMatterValidator(TimeProvider clock)
    {
        RuleFor(matter => matter.Kind).Must(kind => Enum.IsDefined(kind)).WithMessage("Choose what it is");
        Words(matter => matter.Title, Matter.MaximumTitle, "Write it in one line");
        Words(matter => matter.Words, Matter.MaximumWords, "Write what it is about");
        Words(matter => matter.Owner, Matter.MaximumOwner, "Write who answers for it, as a role");
        RuleFor(matter => matter.Due).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day by which it is to be answered")
            .Must(day => day >= clock.Today()).WithMessage("This day has passed. Write a day that is still to come")
            .Must(day => day <= clock.Today().AddYears(2)).WithMessage("This day is more than two years away. Check the year");
        When(matter => matter.Kind == MatterKind.Dependency, () =>
        {
            RuleFor(matter => matter.PartId).NotNull().WithMessage("Choose the part that waits");
            RuleFor(matter => matter.WaitsForId).Cascade(CascadeMode.Stop)
                .NotNull().WithMessage("Choose the part that must come first")
                .NotEqual(matter => matter.PartId).WithMessage("A part cannot wait for itself. Choose another one");
        }).Otherwise(() => RuleFor(matter => matter.WaitsForId).Null().WithMessage("Only a dependency waits for another part. Leave this empty"));
        When(matter => matter.Kind == MatterKind.Escalation, () =>
            RuleFor(matter => matter.Route).Must(route => route is { } known && Enum.IsDefined(known)).WithMessage("Choose whom the board asks"))
            .Otherwise(() => RuleFor(matter => matter.Route).Null().WithMessage("Only an escalation is put to somebody. Leave this empty"));
    }

    private void Words(System.Linq.Expressions.Expression<Func<RaiseMatter, string>> field, int longest, string empty) =>
        RuleFor(field).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(empty).MaximumLength(longest).WithMessage($"Write {longest} characters or fewer");
}

internal sealed class RaiseMatterHandler(ImprovementDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RaiseMatter, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(RaiseMatter request, CancellationToken cancellationToken)
    {
        foreach (var (field, id) in new[] { (nameof(request.PartId), request.PartId), (nameof(request.WaitsForId), request.WaitsForId) })
        {
            if (id is not null && !await context.Parts.AnyAsync(part => part.Id == id, cancellationToken))
            {
                return Outcome.Invalid(field, "This part is not in the plan. Choose another one");
            }
        }

        var now = clock.GetUtcNow();
        var matter = new Matter
        {
            Id = Guid.CreateVersion7(now),
            Kind = request.Kind,
            Title = request.Title.Trim(),
            Words = request.Words.Trim(),
            PartId = request.PartId,
            WaitsForId = request.WaitsForId,
            Route = request.Route,
            Owner = request.Owner.Trim(),
            Due = request.Due!.Value,
            At = now,
            By = actor.Id,
            ByRole = ActingRole.Of(actor),
        };
        context.Matters.Add(matter);
        audit.Record(context, ImprovementAudit.MatterRaised, Matter.Subject, matter.Id, changes: [new AuditChange("kind", null, $"{matter.Kind}"), new AuditChange("due", null, $"{matter.Due:yyyy-MM-dd}")]);
        await context.SaveChangesAsync(cancellationToken);
        return matter.Id;
    }
}
