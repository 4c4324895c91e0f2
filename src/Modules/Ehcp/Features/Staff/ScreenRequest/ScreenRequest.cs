using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ScreenRequest;

/// <summary>Somebody has looked at a request on receipt. It decides nothing, and the clock runs on whatever was found.</summary>
internal sealed record ScreenRequest(Guid RecordId, ScreeningOutcome Outcome, DateOnly? ScreenedOn, string Note) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class ScreenRequestValidator : AbstractValidator<ScreenRequest>
{
    public ScreenRequestValidator(TimeProvider clock)
    {
        RuleFor(one => one.Outcome).IsInEnum().WithMessage("Choose what you found");
        RuleFor(one => one.ScreenedOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day").Must(day => day <= clock.Today()).WithMessage("This day has not come yet. Check the year");
        RuleFor(one => one.Note).NotEmpty().WithMessage("Write what you looked at, and what is there or missing")
            .MaximumLength(Screening.MaximumNote).WithMessage($"Write {Screening.MaximumNote} letters or fewer");
    }
}

internal sealed class ScreenRequestHandler(EhcpDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<ScreenRequest, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ScreenRequest request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await context.Records.AsNoTracking().SingleOrDefaultAsync(record => record.Id == request.RecordId, cancellationToken) is not { } record)
        {
            return Outcome.NotFound;
        }

        if (request.ScreenedOn < record.ReceivedOn)
        {
            return Outcome.Invalid(nameof(request.ScreenedOn), $"The request came on {record.ReceivedOn.Long()}. Nobody can have looked at it before that");
        }

        if (await context.Screenings.AnyAsync(one => one.RecordId == record.Id, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Outcome), "Somebody has looked at this request already. Go back to see what they found");
        }

        var now = clock.GetUtcNow();
        context.Screenings.Add(new Screening
        {
            Id = Guid.CreateVersion7(now),
            RecordId = record.Id,
            Outcome = request.Outcome,
            ScreenedOn = request.ScreenedOn!.Value,
            Note = request.Note.Trim(),
            RecordedAt = now,
            RecordedBy = actor.Id,
        });
        audit.Record(
            context, EhcpAudit.Screened, EhcRecord.Subject, record.Id, personIds: [record.ChildId], changes: [new AuditChange("screening", null, $"{request.Outcome}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
