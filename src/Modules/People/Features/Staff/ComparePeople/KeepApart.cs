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

namespace Medway.LocalOffer.People.Features.Staff.ComparePeople;

/// <summary>Somebody has checked: these are two people. What the one's death or restriction held goes on.</summary>
internal sealed record KeepApart(Guid OneId, Guid OtherId, string Reason) : ICommand<Done>
{
    public Permission Permission => PeoplePermissions.Compare;
}

internal sealed class KeepApartValidator : AbstractValidator<KeepApart>
{
    public KeepApartValidator() => RuleFor(apart => apart.Reason).MustBeAReason();
}

internal sealed class KeepApartHandler(PeopleDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<KeepApart, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(KeepApart request, CancellationToken cancellationToken)
    {
        // Somebody else may find at the same moment that they are one.
        await context.Database.LockAsync(MergePeopleHandler.Lock, cancellationToken);
        var (first, second) = Data.DifferentPeople.Pair(request.OneId, request.OtherId);
        var kept = await context.Persons.Where(person => person.Id == first || person.Id == second).Select(person => person.KeptId).ToListAsync(cancellationToken);
        if (first == second || kept.Count != 2)
        {
            return Outcome.NotFound;
        }

        if (kept[0] == kept[1])
        {
            return Outcome.Conflict("Somebody has put these two together in the meantime");
        }

        if (await context.DifferentPeople.AnyAsync(d => d.FirstId == first && d.SecondId == second, cancellationToken))
        {
            return Outcome.Conflict("Somebody has decided this already");
        }

        context.DifferentPeople.Add(new DifferentPeople
        {
            FirstId = first,
            SecondId = second,
            Reason = request.Reason.Trim(),
            DecidedAt = clock.GetUtcNow(),
            DecidedBy = actor.AccountId,
        });
        audit.Record(context, PeopleAudit.FoundDifferent, PeopleAudit.Subject, first, request.Reason.Trim(), personIds: [first, second]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
