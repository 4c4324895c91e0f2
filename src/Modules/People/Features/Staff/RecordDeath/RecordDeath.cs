using FluentValidation;
using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.RecordDeath;

/// <summary>Stops everything to this person, and everything about them, from the next send on.</summary>
internal sealed record RecordDeath(Guid PersonId, DateOnly? DiedOn, string How) : ICommand<Done>, IActsOn
{
    public Permission Permission => PeoplePermissions.Change;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => PersonId;
}

internal sealed class RecordDeathValidator : AbstractValidator<RecordDeath>
{
    public RecordDeathValidator(TimeProvider clock)
    {
        RuleFor(death => death.DiedOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day of the death")
            .Must(day => day <= clock.Today()).WithMessage("The day is in the future");
        RuleFor(death => death.How).MustBeAReason();
    }
}

internal sealed class RecordDeathHandler(PeopleDbContext context, AuditTrail audit, Outbox outbox, TimeProvider clock) : IRequestHandler<RecordDeath, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordDeath request, CancellationToken cancellationToken)
    {
        if (await context.Persons.SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken) is not { } person)
        {
            return Outcome.NotFound;
        }

        if (person.IsDead)
        {
            return Outcome.Conflict("This death stands on the record already");
        }

        if (request.DiedOn < person.BornOn)
        {
            return Outcome.Invalid(nameof(request.DiedOn), "The day is before the birth date");
        }

        (person.IsDead, person.DiedOn, person.ChangedAt) = (true, request.DiedOn, clock.GetUtcNow());
        audit.Record(context, PeopleAudit.DeathRecorded, PeopleAudit.Subject, person.Id, request.How.Trim(), personIds: [person.Id]);
        outbox.Publish(context, new PersonDied(person.Id, request.DiedOn!.Value));
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
