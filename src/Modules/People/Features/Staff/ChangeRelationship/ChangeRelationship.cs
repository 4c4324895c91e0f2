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

namespace Medway.LocalOffer.People.Features.Staff.ChangeRelationship;

/// <summary>Ends a relationship, or changes who has parental responsibility and when. What it is never changes: end it and write another.</summary>
/// <param name="Version">As it was when the form was made.</param>
/// <param name="AgreedOn">When the young person agreed that this person is told; null when they have not, or have taken it back.</param>
internal sealed record ChangeRelationship(
    Guid PersonId, Guid RelationshipId, uint Version, DateOnly? To, bool HasResponsibility, DateOnly? ResponsibilityFrom, DateOnly? ResponsibilityTo, string How,
    DateOnly? AgreedOn = null) : ICommand<Done>, IActsOn
{
    public Permission Permission => PeoplePermissions.Change;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => PersonId;
}

internal sealed class ChangeRelationshipValidator : AbstractValidator<ChangeRelationship>
{
    public ChangeRelationshipValidator()
    {
        RuleFor(change => change.ResponsibilityTo).Must((change, to) => Words.IsInOrder(change.ResponsibilityFrom, to)).WithMessage("The last day is before the first");
        RuleFor(change => change.How).MustBeAReason();
    }
}

internal sealed class ChangeRelationshipHandler(PeopleDbContext context, AuditTrail audit, Outbox outbox, TimeProvider clock)
    : IRequestHandler<ChangeRelationship, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChangeRelationship request, CancellationToken cancellationToken)
    {
        var rows = await context.RowsOfAsync(request.PersonId, cancellationToken);
        var relationship = await context.Relationships
            .SingleOrDefaultAsync(r => r.Id == request.RelationshipId && rows.Contains(r.PersonId), cancellationToken);
        if (relationship is null)
        {
            return Outcome.NotFound;
        }

        if (relationship.Version != request.Version)
        {
            return Outcome.Conflict("Somebody else has changed this in the meantime. Look at it again");
        }

        if (request.AgreedOn > clock.Today())
        {
            return Outcome.Invalid(nameof(request.AgreedOn), "The day on which they agreed is in the future");
        }

        if (request.To < relationship.From)
        {
            return Outcome.Invalid(nameof(request.To), "The last day is before the first");
        }

        var before = Said(relationship);
        relationship.To = request.To;
        relationship.HasResponsibility = request.HasResponsibility;
        relationship.ResponsibilityFrom = request.HasResponsibility ? request.ResponsibilityFrom : null;
        relationship.ResponsibilityTo = request.HasResponsibility ? request.ResponsibilityTo : null;
        relationship.AgreedOn = request.AgreedOn;
        relationship.ChangedAt = clock.GetUtcNow();
        audit.Record(
            context, PeopleAudit.RelationshipChanged, PeopleAudit.Subject, request.PersonId, request.How.Trim(),
            personIds: [relationship.PersonId, relationship.ChildId],
            changes: [new AuditChange("relationship", audit.Digest("relationship", before), audit.Digest("relationship", Said(relationship)))]);
        outbox.Publish(context, new RelationshipChanged(relationship.PersonId, relationship.ChildId));
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }

    private static string Said(RelationshipRecord relationship) =>
        $"{relationship.Kind} {relationship.From:O} {relationship.To:O} {relationship.HasResponsibility} {relationship.ResponsibilityFrom:O} {relationship.ResponsibilityTo:O} {relationship.AgreedOn:O}";
}
