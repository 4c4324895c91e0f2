using FluentValidation;
using MediatR;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Audit;
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
        var (first, second) = Data.DifferentPeople.Pair(request.OneId, request.OtherId);
        if (first == second || await context.Persons.CountAsync(person => person.Id == first || person.Id == second, cancellationToken) != 2)
        {
            return Outcome.NotFound;
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
