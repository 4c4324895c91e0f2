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

namespace Medway.LocalOffer.People.Features.Staff.RestrictPerson;

/// <param name="PersonId">Whom it protects.</param>
/// <param name="AgainstId">Against whom; null when it is against nobody in particular.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Allowed">Who may be told all the same.</param>
internal sealed record RestrictPerson(
    Guid PersonId, RestrictionKind Kind, Guid? AgainstId, DateOnly? From, DateOnly? To, IReadOnlyList<Guid> Allowed, string Note) : ICommand<Guid>, IActsOn
{
    public Permission Permission => PeoplePermissions.Restrict;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => PersonId;
}

internal sealed class RestrictPersonValidator : AbstractValidator<RestrictPerson>
{
    public RestrictPersonValidator(TimeProvider clock)
    {
        RuleFor(restriction => restriction.Kind).IsInEnum().WithMessage("Choose what it is");
        RuleFor(restriction => restriction.To).Must((restriction, to) => Words.IsInOrder(restriction.From, to)).WithMessage("The last day is before the first");
        RuleFor(restriction => restriction.To).Must(to => to is null || to >= clock.Today()).WithMessage("The last day is over already");
        RuleFor(restriction => restriction.Note).MaximumLength(RestrictionRecord.MaximumNote).WithMessage($"Write {RestrictionRecord.MaximumNote} letters or fewer")
            .NotEmpty().WithMessage("Write how you know, as the order’s date and court");
        RuleFor(restriction => restriction.AgainstId).NotNull().When(restriction => restriction.Kind.NeedsSomebody()).WithMessage("Say against whom it is");
        RuleFor(restriction => restriction.AgainstId).NotEqual(restriction => restriction.PersonId).WithMessage("It cannot be against the person whom it protects");
    }
}

internal sealed class RestrictPersonHandler(
    PeopleDbContext context, Reaching.HiddenContactsOf hidden, AuditTrail audit, Outbox outbox, Actor actor, TimeProvider clock)
    : IRequestHandler<RestrictPerson, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(RestrictPerson request, CancellationToken cancellationToken)
    {
        var others = request.Allowed.Concat(request.AgainstId is { } one ? [one] : []).Distinct().ToList();
        if (await context.Persons.CountAsync(person => others.Contains(person.Id), cancellationToken) != others.Count)
        {
            return Outcome.Invalid(nameof(request.AgainstId), "There is nobody with this id. Copy it from the person’s record");
        }

        var now = clock.GetUtcNow();
        var restriction = new RestrictionRecord
        {
            Id = Guid.CreateVersion7(now),
            PersonId = request.PersonId,
            AgainstId = request.AgainstId,
            Kind = request.Kind,
            From = request.From,
            To = request.To,
            Allowed = string.Join(' ', request.Allowed.Distinct()),
            Note = request.Note.Trim(),
            RecordedAt = now,
            RecordedBy = actor.AccountId,
        };
        context.Restrictions.Add(restriction);
        if (request.Kind.HidesAddress())
        {
            // At once, even when it begins later: an address that somebody can still read today is not hidden tomorrow.
            foreach (var row in await context.RowsOfAsync(request.PersonId, cancellationToken))
            {
                await hidden.HideAsync(row, cancellationToken);
            }
        }

        audit.Record(
            context, PeopleAudit.Restricted, PeopleAudit.Subject, request.PersonId, personIds: [request.PersonId],
            changes: [new AuditChange("restriction", null, audit.Digest("restriction", request.Kind.ToString()))]);
        outbox.Publish(context, new RestrictionChanged(request.PersonId, request.AgainstId));
        await context.SaveChangesAsync(cancellationToken);
        return restriction.Id;
    }
}
