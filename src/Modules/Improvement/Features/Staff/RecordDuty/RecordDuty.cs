using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Duties;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.RecordDuty;

/// <summary>Writes down that a duty was done in one of its times: in that time or in the two weeks after it. What was missed stays missed.</summary>
internal sealed record RecordDuty(Guid Id, DateOnly? PeriodEnd, string Words) : ICommand<Guid>
{
    public Permission Permission => ImprovementPermissions.Update;
}

internal sealed class RecordDutyValidator : AbstractValidator<RecordDuty>
{
    public RecordDutyValidator()
    {
        RuleFor(duty => duty.PeriodEnd).NotNull().WithMessage("Choose the time that it was done for");
        RuleFor(duty => duty.Words).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write what was done")
            .MaximumLength(DutyRecord.MaximumWords).WithMessage($"Write {DutyRecord.MaximumWords} characters or fewer");
    }
}

internal sealed class RecordDutyHandler(ImprovementDbContext context, DutyReader duties, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RecordDuty, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(RecordDuty request, CancellationToken cancellationToken)
    {
        if (!await context.Parts.AnyAsync(part => part.Id == request.Id, cancellationToken))
        {
            return Outcome.NotFound;
        }

        await context.Database.LockAsync($"improvement.duty {request.Id:n}", cancellationToken);
        var time = (await duties.ReadAsync(request.Id, clock.Today(), cancellationToken))[request.Id].FirstOrDefault(time => time.Period.Until == request.PeriodEnd);
        if (time is not { MayBeWritten: true })
        {
            return Outcome.Invalid(nameof(request.PeriodEnd), time is { Record: not null }
                ? "Somebody has written this down already"
                : "This time is not open: it was missed, or it has not begun. Choose another one");
        }

        var now = clock.GetUtcNow();
        var record = new DutyRecord { Id = Guid.CreateVersion7(now), PartId = request.Id, PeriodEnd = time.Period.Until, Words = request.Words.Trim(), At = now, By = actor.Id };
        context.DutyRecords.Add(record);
        audit.Record(context, ImprovementAudit.DutyRecorded, ImprovementPart.Subject, request.Id, changes: [new AuditChange("period_end", null, $"{record.PeriodEnd:yyyy-MM-dd}")]);
        await context.SaveChangesAsync(cancellationToken);
        return record.Id;
    }
}
