using FluentValidation;
using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.RestrictPerson;

/// <summary>Writes down, in the hidden table, a way to reach somebody whose address is hidden.</summary>
internal sealed record AddHiddenContact(Guid PersonId, ContactPointKind ContactKind, string Value, bool IsSafe, string How) : ICommand<Guid>, IActsOn
{
    public Permission Permission => PeoplePermissions.Restrict;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => PersonId;
}

internal sealed class AddHiddenContactValidator : AbstractValidator<AddHiddenContact>
{
    public AddHiddenContactValidator()
    {
        RuleFor(contact => contact.ContactKind).IsInEnum().WithMessage("Choose what it is");
        RuleFor(contact => contact.Value).Custom((value, context) =>
        {
            if (Enum.IsDefined(context.InstanceToValidate.ContactKind) && Domain.ContactText.Read(context.InstanceToValidate.ContactKind, value).Problem is { } problem)
            {
                context.AddFailure(problem);
            }
        });
        RuleFor(contact => contact.How).NotEmpty().WithMessage("Write how you checked it")
            .MaximumLength(MergeRecord.MaximumReason).WithMessage($"Write {MergeRecord.MaximumReason} letters or fewer");
    }
}

internal sealed class AddHiddenContactHandler(PeopleDbContext context, PeopleIndexes indexes, AuditTrail audit, Outbox outbox, TimeProvider clock)
    : IRequestHandler<AddHiddenContact, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AddHiddenContact request, CancellationToken cancellationToken)
    {
        if (!await context.HidesAddressAsync(request.PersonId, clock, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Value), "This person’s address is not hidden. Record first why it must be");
        }

        var value = Domain.ContactText.Read(request.ContactKind, request.Value).Value;
        var now = clock.GetUtcNow();
        var contact = new HiddenContact
        {
            Id = Guid.CreateVersion7(now),
            PersonId = request.PersonId,
            Kind = request.ContactKind,
            Value = value,
            ValueIndex = request.ContactKind == ContactPointKind.Address ? null : indexes.Contact(request.ContactKind, value),
            State = ContactState.Verified,
            IsSafe = request.IsSafe,
            ChangedAt = now,
        };
        context.HiddenContacts.Add(contact);

        // The reason stays out of the trail: how a hidden address was checked may say where it is.
        audit.Record(context, PeopleAudit.HiddenContactChanged, PeopleAudit.Subject, request.PersonId, personIds: [request.PersonId]);
        outbox.Publish(context, new ContactPointChanged(request.PersonId, contact.Id));
        await context.SaveChangesAsync(cancellationToken);
        return contact.Id;
    }
}
