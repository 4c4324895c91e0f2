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
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.RecordDeath;

/// <summary>It was recorded by mistake. Nothing starts again by itself.</summary>
internal sealed record WithdrawDeath(Guid PersonId, string How) : ICommand<Done>, IActsOn
{
    public Permission Permission => PeoplePermissions.Change;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => PersonId;
}

internal sealed class WithdrawDeathValidator : AbstractValidator<WithdrawDeath>
{
    public WithdrawDeathValidator() => RuleFor(withdraw => withdraw.How).MustBeAReason();
}

internal sealed class WithdrawDeathHandler(PeopleDbContext context, AuditTrail audit, Outbox outbox, TimeProvider clock) : IRequestHandler<WithdrawDeath, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(WithdrawDeath request, CancellationToken cancellationToken)
    {
        var rows = await context.RowsOfAsync(request.PersonId, cancellationToken);
        var dead = await context.Persons.Where(person => rows.Contains(person.Id) && person.IsDead).ToListAsync(cancellationToken);
        if (dead.Count == 0)
        {
            return rows.Count == 0 ? Outcome.NotFound : Outcome.Conflict("There is no death on this record any more");
        }

        foreach (var person in dead)
        {
            (person.IsDead, person.DiedOn, person.ChangedAt) = (false, null, clock.GetUtcNow());
            audit.Record(context, PeopleAudit.DeathWithdrawn, PeopleAudit.Subject, person.Id, request.How.Trim(), personIds: [person.Id]);
            outbox.Publish(context, new DeathWithdrawn(person.Id));
        }

        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
