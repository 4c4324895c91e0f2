using FluentValidation;
using MediatR;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.DecideErasure;

/// <summary>A second person says yes or no. After a yes every module erases what nothing keeps, all of it in one transaction or none.</summary>
/// <param name="Erase">Null when nothing was chosen.</param>
internal sealed record DecideErasure(Guid Id, bool? Erase, string Reason) : ICommand<Done>
{
    public Permission Permission => PeoplePermissions.Erase;
}

internal sealed class DecideErasureValidator : AbstractValidator<DecideErasure>
{
    public DecideErasureValidator()
    {
        RuleFor(decide => decide.Erase).NotNull().WithMessage("Choose yes or no").OverridePropertyName("Decision");
        RuleFor(decide => decide.Reason).MustBeAReason();
    }
}

internal sealed class DecideErasureHandler(PeopleDbContext context, HeldData held, Forgetting forgetting, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<DecideErasure, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DecideErasure request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync($"people.erasure-decision {request.Id}", cancellationToken);
        if (await context.Erasures.SingleOrDefaultAsync(erasure => erasure.Id == request.Id, cancellationToken) is not { } erasure)
        {
            return Outcome.NotFound;
        }

        if (erasure.State != ErasureState.Asked)
        {
            return Outcome.Conflict("Somebody has decided about this already");
        }

        if (erasure.AskedBy == actor.AccountId)
        {
            return Outcome.Invalid("", "You asked for this. Somebody else has to decide");
        }

        // Two records may have become one since it was asked for.
        var personId = await context.Persons.Where(person => person.Id == erasure.PersonId).Select(person => person.KeptId).SingleAsync(cancellationToken);
        var reason = request.Reason.Trim();
        erasure.Steps = HeldData.Write(await held.PlanAsync(personId, cancellationToken));
        (erasure.State, erasure.Decision, erasure.DecidedAt, erasure.DecidedBy) =
            (request.Erase == true ? ErasureState.Done : ErasureState.Refused, reason, clock.GetUtcNow(), actor.AccountId);
        audit.Record(context, request.Erase == true ? PeopleAudit.ErasureDone : PeopleAudit.ErasureRefused, PeopleAudit.Subject, personId, reason, personIds: [personId]);
        await context.SaveChangesAsync(cancellationToken);
        if (request.Erase == true)
        {
            await forgetting.NoteAsync(personId, cancellationToken);
            await held.EraseAsync(personId, reason, cancellationToken);
        }

        return default(Done);
    }
}
