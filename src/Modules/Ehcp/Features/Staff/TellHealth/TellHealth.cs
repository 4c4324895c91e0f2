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

namespace Medway.LocalOffer.Ehcp.Features.Staff.TellHealth;

/// <summary>Health has been told that a child is not taught at a school (improvement plan 2024, 3.2(b)).</summary>
internal sealed record TellHealth(Guid RecordId, Guid StatusId, DateOnly? On) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class TellHealthValidator : AbstractValidator<TellHealth>
{
    public TellHealthValidator(TimeProvider clock) => RuleFor(one => one.On).Cascade(CascadeMode.Stop)
        .NotNull().WithMessage("Write the day").Must(day => day <= clock.Today()).WithMessage("This day has not come yet. Tell health first");
}

internal sealed class TellHealthHandler(EhcpDbContext context, IPeople people, AuditTrail audit, Actor actor) : IRequestHandler<TellHealth, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TellHealth request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await context.SettingStatuses.SingleOrDefaultAsync(
            status => status.Id == request.StatusId && status.RecordId == request.RecordId && status.WithdrawnAt == null, cancellationToken) is not { } status)
        {
            return Outcome.NotFound;
        }

        if (!SettingRules.HealthIsTold(status.Kind) || status.HealthToldOn is not null)
        {
            return Outcome.Invalid(nameof(request.On), "There is nothing to tell health any more. Go back to see when they were told");
        }

        var child = await context.Records.Where(record => record.Id == request.RecordId).Select(record => record.ChildId).SingleAsync(cancellationToken);
        if ((await people.FindAsync([child], cancellationToken)).GetValueOrDefault(child)?.BornOn is { } born && request.On < born)
        {
            return Outcome.Invalid(nameof(request.On), $"The child was born on {born.Long()}. This cannot be before that");
        }

        (status.HealthToldOn, status.HealthToldBy) = (request.On, actor.Id);
        audit.Record(context, EhcpAudit.HealthTold, EhcRecord.Subject, request.RecordId, personIds: [child], changes: [new AuditChange("health_told_on", null, $"{request.On:yyyy-MM-dd}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
