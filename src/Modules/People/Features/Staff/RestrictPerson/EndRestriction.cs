using FluentValidation;
using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.People.Reaching;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.RestrictPerson;

/// <summary>It holds nothing any more. When it was the last that hid an address, contact points come back; those not found safe must be checked again.</summary>
internal sealed record EndRestriction(Guid PersonId, Guid RestrictionId, string EndReason) : ICommand<Done>, IActsOn
{
    public Permission Permission => PeoplePermissions.Restrict;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => PersonId;
}

internal sealed class EndRestrictionValidator : AbstractValidator<EndRestriction>
{
    public EndRestrictionValidator() => RuleFor(end => end.EndReason).MustBeAReason();
}

internal sealed class EndRestrictionHandler(
    PeopleDbContext context, PeopleIndexes indexes, HiddenContactsOf hidden, AuditTrail audit, Outbox outbox, TimeProvider clock) : IRequestHandler<EndRestriction, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(EndRestriction request, CancellationToken cancellationToken)
    {
        var rows = await context.RowsOfAsync(request.PersonId, cancellationToken);
        if (await context.Restrictions.SingleOrDefaultAsync(r => r.Id == request.RestrictionId && rows.Contains(r.PersonId), cancellationToken) is not { } restriction)
        {
            return Outcome.NotFound;
        }

        if (restriction.EndedAt is not null)
        {
            return Outcome.Conflict("Somebody has ended this already");
        }

        restriction.EndedAt = clock.GetUtcNow();
        var left = await context.Restrictions.AsNoTracking()
            .Where(r => rows.Contains(r.PersonId) && r.EndedAt == null && r.Id != restriction.Id).ToListAsync(cancellationToken);
        if (restriction.Kind.HidesAddress() && !left.Any(r => r.Kind.HidesAddress()))
        {
            foreach (var row in rows)
            {
                await hidden.ShowAsync(row, indexes, cancellationToken);
            }
        }

        audit.Record(
            context, PeopleAudit.RestrictionEnded, PeopleAudit.Subject, request.PersonId, request.EndReason.Trim(), personIds: [request.PersonId],
            changes: [new AuditChange("restriction", audit.Digest("restriction", restriction.Kind.ToString()), null)]);
        outbox.Publish(context, new RestrictionChanged(restriction.PersonId, restriction.AgainstId));
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
