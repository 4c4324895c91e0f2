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

namespace Medway.LocalOffer.People.Features.Staff.CheckContact;

internal enum ContactDecision
{
    /// <summary>Somebody has shown that it reaches this person, and it is safe.</summary>
    Checked,

    /// <summary>Somebody else may read it: it stays on the record, and nothing is sent there.</summary>
    NotSafe,

    /// <summary>Not used any more.</summary>
    End,
}

/// <param name="Version">As it was when the form was made.</param>
internal sealed record CheckContact(Guid PersonId, Guid ContactId, uint Version, ContactDecision? Decision, string How) : ICommand<Done>, IActsOn
{
    public Permission Permission => PeoplePermissions.Change;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => PersonId;
}

internal sealed class CheckContactValidator : AbstractValidator<CheckContact>
{
    public CheckContactValidator()
    {
        RuleFor(check => check.Decision).NotNull().WithMessage("Choose what you found");
        RuleFor(check => check.How).MustBeAReason();
    }
}

internal sealed class CheckContactHandler(PeopleDbContext context, AuditTrail audit, Outbox outbox, TimeProvider clock) : IRequestHandler<CheckContact, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CheckContact request, CancellationToken cancellationToken)
    {
        var rows = await context.RowsOfAsync(request.PersonId, cancellationToken);
        var contact = await context.Contacts.SingleOrDefaultAsync(
            c => c.Id == request.ContactId && rows.Contains(c.PersonId!.Value) && c.State != ContactState.Ended, cancellationToken);
        if (contact is null)
        {
            return Outcome.NotFound;
        }

        if (contact.Version != request.Version)
        {
            return Outcome.Conflict("Somebody else has changed this in the meantime. Look at it again");
        }

        var before = contact.State.ToString();
        (contact.State, contact.IsSafe) = request.Decision switch
        {
            ContactDecision.Checked => (ContactState.Verified, true),
            ContactDecision.NotSafe => (contact.State, false),
            _ => (ContactState.Ended, contact.IsSafe),
        };
        contact.ChangedAt = clock.GetUtcNow();
        audit.Record(
            context, PeopleAudit.ContactChanged, PeopleAudit.Subject, request.PersonId, request.How.Trim(), personIds: [contact.PersonId!.Value],
            changes: [new AuditChange("contact_state", before, contact.State.ToString()), new AuditChange("contact_is_safe", null, contact.IsSafe.ToString())]);
        outbox.Publish(context, new ContactPointChanged(contact.PersonId.Value, contact.Id));
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
