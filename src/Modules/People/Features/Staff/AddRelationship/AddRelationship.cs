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
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.AddRelationship;

/// <param name="PersonId">Whose record it is written on: what this person is to the child.</param>
/// <param name="How">How it is known, as "birth certificate seen".</param>
/// <param name="AgreedOn">When the young person agreed that this person is told; null when they have not.</param>
internal sealed record AddRelationship(
    Guid PersonId, Guid ChildId, RelationshipKind Kind, DateOnly? From, DateOnly? To,
    bool HasResponsibility, DateOnly? ResponsibilityFrom, DateOnly? ResponsibilityTo, string How, DateOnly? AgreedOn = null) : ICommand<Guid>, IActsOn
{
    public Permission Permission => PeoplePermissions.Change;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => PersonId;
}

internal sealed class AddRelationshipValidator : AbstractValidator<AddRelationship>
{
    public AddRelationshipValidator()
    {
        RuleFor(relationship => relationship.Kind).IsInEnum().WithMessage("Choose what this person is to the child");
        RuleFor(relationship => relationship.To).Must((relationship, to) => Words.IsInOrder(relationship.From, to)).WithMessage("The last day is before the first");
        RuleFor(relationship => relationship.ResponsibilityTo).Must((relationship, to) => Words.IsInOrder(relationship.ResponsibilityFrom, to))
            .WithMessage("The last day is before the first");
        RuleFor(relationship => relationship.How).MustBeAReason();
    }
}

internal sealed class AddRelationshipHandler(
    PeopleDbContext context, AuditTrail audit, Outbox outbox, Actor actor, IEnumerable<IScope> scopes, TimeProvider clock)
    : IRequestHandler<AddRelationship, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AddRelationship request, CancellationToken cancellationToken)
    {
        if (request.AgreedOn > clock.Today())
        {
            return Outcome.Invalid(nameof(request.AgreedOn), "The day on which they agreed is in the future");
        }

        if (request.PersonId == request.ChildId)
        {
            return Outcome.Invalid(nameof(request.ChildId), "That is the same person. Give the child’s id");
        }

        // Who may write on the adult's record could else make that adult a parent of any child, and be told about it.
        if (!await context.Persons.AnyAsync(person => person.Id == request.ChildId && person.Kind == PersonKind.Child, cancellationToken)
            || !actor.May(PeoplePermissions.Change, await scopes.OfPersonAsync(request.ChildId, cancellationToken)))
        {
            return Outcome.Invalid(nameof(request.ChildId), "There is no child or young person with this id in your work. Copy it from the child’s record");
        }

        var now = clock.GetUtcNow();
        var relationship = new RelationshipRecord
        {
            Id = Guid.CreateVersion7(now),
            PersonId = request.PersonId,
            ChildId = request.ChildId,
            Kind = request.Kind,
            From = request.From,
            To = request.To,
            HasResponsibility = request.HasResponsibility,
            ResponsibilityFrom = request.HasResponsibility ? request.ResponsibilityFrom : null,
            ResponsibilityTo = request.HasResponsibility ? request.ResponsibilityTo : null,
            AgreedOn = request.AgreedOn,
            ChangedAt = now,
        };
        context.Relationships.Add(relationship);
        audit.Record(
            context, PeopleAudit.RelationshipAdded, PeopleAudit.Subject, request.PersonId, request.How.Trim(),
            personIds: [request.PersonId, request.ChildId],
            changes: [new AuditChange("relationship", null, audit.Digest("relationship", request.Kind.ToString()))]);
        outbox.Publish(context, new RelationshipChanged(request.PersonId, request.ChildId));
        await context.SaveChangesAsync(cancellationToken);
        return relationship.Id;
    }
}
