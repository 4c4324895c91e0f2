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

namespace Medway.LocalOffer.People.Features.Staff.AddContact;

/// <param name="IsVerified">Somebody has shown that it reaches this person; <paramref name="How"/> says how.</param>
/// <param name="IsSafe">False when somebody else may read it.</param>
internal sealed record AddContact(Guid PersonId, ContactPointKind Kind, string Value, bool IsVerified, bool IsSafe, string How) : ICommand<Guid>, IActsOn
{
    public Permission Permission => PeoplePermissions.Change;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => PersonId;
}

internal sealed class AddContactValidator : AbstractValidator<AddContact>
{
    public AddContactValidator()
    {
        RuleFor(contact => contact.Kind).IsInEnum().WithMessage("Choose what it is");
        RuleFor(contact => contact.Value).Custom((value, context) =>
        {
            if (Enum.IsDefined(context.InstanceToValidate.Kind) && ContactText.Read(context.InstanceToValidate.Kind, value).Problem is { } problem)
            {
                context.AddFailure(problem);
            }
        });
        RuleFor(contact => contact.How).MustBeAReason();
    }
}

internal sealed class AddContactHandler(PeopleDbContext context, PeopleIndexes indexes, AuditTrail audit, Outbox outbox, TimeProvider clock)
    : IRequestHandler<AddContact, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AddContact request, CancellationToken cancellationToken)
    {
        if (await context.HidesAddressAsync(request.PersonId, clock, cancellationToken))
        {
            return Outcome.Invalid("", Hiding.AskTheDutyManager);
        }

        var value = ContactText.Read(request.Kind, request.Value).Value;
        var index = indexes.Contact(request.Kind, value);
        if (await context.Contacts.AnyAsync(
            c => c.PersonId == request.PersonId && c.Kind == request.Kind && c.ValueIndex == index && c.State != ContactState.Ended, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Value), "This one stands on the record already");
        }

        var now = clock.GetUtcNow();
        var contact = new ContactRecord
        {
            Id = Guid.CreateVersion7(now),
            PersonId = request.PersonId,
            Kind = request.Kind,
            Value = value,
            ValueIndex = index,
            State = request.IsVerified ? ContactState.Verified : ContactState.Unverified,
            IsSafe = request.IsSafe,
            ChangedAt = now,
        };
        context.Contacts.Add(contact);
        audit.Record(
            context, PeopleAudit.ContactAdded, PeopleAudit.Subject, request.PersonId, request.How.Trim(), personIds: [request.PersonId],
            changes: [new AuditChange("contact", null, audit.Digest("contact", value)), new AuditChange("contact_state", null, contact.State.ToString())]);
        outbox.Publish(context, new ContactPointChanged(request.PersonId, contact.Id));
        await context.SaveChangesAsync(cancellationToken);
        return contact.Id;
    }
}
