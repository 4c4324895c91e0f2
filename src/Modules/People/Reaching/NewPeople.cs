using FluentValidation;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Reaching;

/// <summary>Records of people whom a family named on another module's form.</summary>
internal sealed class NewPeople(PeopleDbContext context, NewRecords records, PeopleIndexes indexes, AuditTrail audit, Outbox outbox, TimeProvider clock) : INewPeople
{
    private static readonly TypedNameValidator Names = new();

    public string? NameProblem(string name) => Names.Validate(new TypedName(name.Trim())).Errors.FirstOrDefault()?.ErrorMessage;

    public string? ContactProblem(ContactPointKind kind, string typed) => ContactText.Read(kind, typed).Problem;

    public async Task<Guid> RecordAsync(NewPerson person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var id = await records.AddAsync(person.Kind, person.Given, person.Family, null, person.BornOn, null, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return id;
    }

    public async Task RelateAsync(Guid personId, Guid childId, RelationshipKind kind, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        context.Relationships.Add(new RelationshipRecord
        {
            Id = Guid.CreateVersion7(now),
            PersonId = personId,
            ChildId = childId,
            Kind = kind,
            HasResponsibility = false,
            ChangedAt = now,
        });
        audit.Record(
            context, PeopleAudit.RelationshipAdded, PeopleAudit.Subject, personId, "Said so on a form", personIds: [personId, childId],
            changes: [new AuditChange("relationship", null, audit.Digest("relationship", kind.ToString()))]);
        outbox.Publish(context, new RelationshipChanged(personId, childId));
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<Guid> AddHomeAsync(Guid personId, string typed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var value = ContactText.Read(ContactPointKind.Address, typed).Value;
        var contact = new ContactRecord
        {
            Id = Guid.CreateVersion7(now),
            PersonId = personId,
            Kind = ContactPointKind.Address,
            Value = value,
            ValueIndex = indexes.Contact(ContactPointKind.Address, value),
            State = ContactState.Unverified,
            ChangedAt = now,
        };
        context.Contacts.Add(contact);
        audit.Record(
            context, PeopleAudit.ContactAdded, PeopleAudit.Subject, personId, "Said so on a form", personIds: [personId],
            changes: [new AuditChange("contact", null, audit.Digest("contact", value)), new AuditChange("contact_state", null, contact.State.ToString())]);
        outbox.Publish(context, new ContactPointChanged(personId, contact.Id));
        await context.SaveChangesAsync(cancellationToken);
        return contact.Id;
    }

    public async Task<IReadOnlyList<Guid>> NamedAsync(string given, string family, DateOnly bornOn, CancellationToken cancellationToken)
    {
        var index = indexes.NameBirth(given, family, bornOn);
        var kept = context.Persons.Where(person => person.NameBirthIndex == index).Select(person => person.KeptId);
        return await context.Persons.Where(person => kept.Contains(person.KeptId)).Select(person => person.Id).ToListAsync(cancellationToken);
    }

    public async Task<bool> ConfirmResponsibilityAsync(Guid personId, Guid childId, string how, CancellationToken cancellationToken)
    {
        var (own, theirs) = (await context.RowsOfAsync(personId, cancellationToken), await context.RowsOfAsync(childId, cancellationToken));
        var today = clock.Today();
        var standing = (await context.Relationships.Where(relationship => own.Contains(relationship.PersonId) && theirs.Contains(relationship.ChildId)).ToListAsync(cancellationToken))
            .Where(relationship => relationship.To is null || relationship.To >= today).OrderByDescending(relationship => relationship.HasResponsibility).FirstOrDefault();
        if (standing is null)
        {
            return false;
        }

        if (!standing.HasResponsibility)
        {
            (standing.HasResponsibility, standing.ResponsibilityFrom, standing.ResponsibilityTo, standing.ChangedAt) = (true, null, null, clock.GetUtcNow());
            audit.Record(
                context, PeopleAudit.RelationshipChanged, PeopleAudit.Subject, personId, how, personIds: [standing.PersonId, standing.ChildId],
                changes: [new AuditChange("responsibility", "no", "yes")]);
            outbox.Publish(context, new RelationshipChanged(standing.PersonId, standing.ChildId));
            await context.SaveChangesAsync(cancellationToken);
        }

        return true;
    }

    public async Task<IReadOnlyList<Guid>> AlikeAsync(Guid personId, CancellationToken cancellationToken)
    {
        var own = await context.RowsOfAsync(personId, cancellationToken);
        var rows = await context.Persons.AsNoTracking().Where(person => own.Contains(person.Id)).ToListAsync(cancellationToken);
        var births = rows.Where(row => row.BirthIndex is not null).Select(row => row.BirthIndex!).ToList();
        var others = await context.Persons.AsNoTracking()
            .Where(person => person.KeptId == person.Id && !own.Contains(person.Id) && births.Contains(person.BirthIndex!)
                && !context.DifferentPeople.Any(d => (own.Contains(d.FirstId) && d.SecondId == person.Id) || (own.Contains(d.SecondId) && d.FirstId == person.Id)))
            .ToListAsync(cancellationToken);
        return
        [
            .. others.Where(other => rows.Exists(row => row.Kind == other.Kind
                && Likeness.OfNames(row.GivenName, row.FamilyName, other.GivenName, other.FamilyName) >= Likeness.WorthALook)).Select(other => other.Id),
        ];
    }

    private sealed record TypedName(string Name);

    private sealed class TypedNameValidator : AbstractValidator<TypedName>
    {
        public TypedNameValidator() => RuleFor(typed => typed.Name).MustBeAName("Write the name");
    }
}
