using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeSetting;

/// <summary>From a day on a child is taught somewhere else, or nowhere.</summary>
internal sealed record RecordSetting(Guid RecordId, SettingKind Kind, DateOnly? From, string Note, DateOnly? HealthToldOn = null) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class RecordSettingValidator : AbstractValidator<RecordSetting>
{
    public RecordSettingValidator(TimeProvider clock)
    {
        RuleFor(one => one.Kind).IsInEnum().WithMessage("Choose where the child is taught");
        RuleFor(one => one.From).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the first day").Must(day => day <= clock.Today()).WithMessage("This day has not come yet. Write it down when it has");
        RuleFor(one => one.Note).NotEmpty().WithMessage("Write which school, what is arranged, or why there is nothing")
            .MaximumLength(SettingStatus.MaximumNote).WithMessage($"Write {SettingStatus.MaximumNote} letters or fewer");
        RuleFor(one => one.HealthToldOn).Must(day => day is null || day <= clock.Today()).WithMessage("This day has not come yet. Tell health first");
    }
}

internal sealed class RecordSettingHandler(EhcpDbContext context, IPeople people, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RecordSetting, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordSetting request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await context.Records.AsNoTracking().SingleOrDefaultAsync(record => record.Id == request.RecordId, cancellationToken) is not { } record)
        {
            return Outcome.NotFound;
        }

        var from = request.From!.Value;
        if ((await people.FindAsync([record.ChildId], cancellationToken)).GetValueOrDefault(record.ChildId)?.BornOn is { } born && (from < born || request.HealthToldOn < born))
        {
            return Outcome.Invalid(from < born ? nameof(request.From) : nameof(request.HealthToldOn), $"The child was born on {born.Long()}. This cannot be before that");
        }

        if (await context.SettingStatuses.AnyAsync(status => status.RecordId == record.Id && status.From == from && status.WithdrawnAt == null, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.From), $"Something is written down for {from.Long()} already. Take it back first, if it is wrong");
        }

        var now = clock.GetUtcNow();
        var told = SettingRules.HealthIsTold(request.Kind) ? request.HealthToldOn : null;
        context.SettingStatuses.Add(new SettingStatus
        {
            Id = Guid.CreateVersion7(now),
            RecordId = record.Id,
            Kind = request.Kind,
            From = from,
            Note = request.Note.Trim(),
            HealthToldOn = told,
            HealthToldBy = told is null ? null : actor.Id,
            RecordedAt = now,
            RecordedBy = actor.Id,
        });
        audit.Record(
            context, EhcpAudit.SettingRecorded, EhcRecord.Subject, record.Id, personIds: [record.ChildId], changes: [new AuditChange("setting", null, $"{request.Kind} {from:yyyy-MM-dd}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
