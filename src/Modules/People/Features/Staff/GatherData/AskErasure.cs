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

namespace Medway.LocalOffer.People.Features.Staff.GatherData;

/// <summary>Asks that what is held about a person is erased (UK GDPR, article 17). Nothing is, before a second person has said yes.</summary>
internal sealed record AskErasure(Guid PersonId, string Reason) : ICommand<Done>, IActsOn
{
    public Permission Permission => PeoplePermissions.Gather;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => PersonId;
}

internal sealed class AskErasureValidator : AbstractValidator<AskErasure>
{
    public AskErasureValidator() => RuleFor(ask => ask.Reason).MustBeAReason();
}

internal sealed class AskErasureHandler(PeopleDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<AskErasure, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AskErasure request, CancellationToken cancellationToken)
    {
        var kept = await context.Persons.Where(person => person.Id == request.PersonId).Select(person => (Guid?)person.KeptId).SingleOrDefaultAsync(cancellationToken);
        if (kept is not { } personId)
        {
            return Outcome.NotFound;
        }

        // One at a time: two who ask at once would both find none.
        await context.Database.LockAsync($"people.erasure {personId}", cancellationToken);
        if (await context.Erasures.AnyAsync(erasure => erasure.PersonId == personId && erasure.State == ErasureState.Asked, cancellationToken))
        {
            return Outcome.Conflict("Somebody has asked for this already. A second person has to decide");
        }

        var now = clock.GetUtcNow();
        context.Erasures.Add(new ErasureRecord
        {
            Id = Guid.CreateVersion7(now),
            PersonId = personId,
            Reason = request.Reason.Trim(),
            State = ErasureState.Asked,
            AskedAt = now,
            AskedBy = actor.AccountId,
        });
        audit.Record(context, PeopleAudit.ErasureAsked, PeopleAudit.Subject, personId, request.Reason.Trim(), personIds: [personId]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
