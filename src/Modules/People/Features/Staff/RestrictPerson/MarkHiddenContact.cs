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

namespace Medway.LocalOffer.People.Features.Staff.RestrictPerson;

internal enum HiddenDecision
{
    /// <summary>The lead has checked that it reaches this person and nobody else.</summary>
    Safe,

    /// <summary>Nothing is sent there.</summary>
    NotSafe,

    /// <summary>Not used any more.</summary>
    End,
}

internal sealed record MarkHiddenContact(Guid PersonId, Guid ContactId, HiddenDecision? Decision, string How) : ICommand<Done>, IActsOn
{
    public Permission Permission => PeoplePermissions.Restrict;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => PersonId;
}

internal sealed class MarkHiddenContactValidator : AbstractValidator<MarkHiddenContact>
{
    public MarkHiddenContactValidator()
    {
        RuleFor(mark => mark.Decision).NotNull().WithMessage("Choose what you found");
        RuleFor(mark => mark.How).MustBeAReason();
    }
}

internal sealed class MarkHiddenContactHandler(PeopleDbContext context, AuditTrail audit, Outbox outbox, TimeProvider clock) : IRequestHandler<MarkHiddenContact, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(MarkHiddenContact request, CancellationToken cancellationToken)
    {
        var rows = await context.RowsOfAsync(request.PersonId, cancellationToken);
        if (await context.HiddenContacts.SingleOrDefaultAsync(c => c.Id == request.ContactId && rows.Contains(c.PersonId), cancellationToken) is not { } contact)
        {
            return Outcome.NotFound;
        }

        (contact.IsSafe, contact.State) = request.Decision switch
        {
            HiddenDecision.Safe => (true, ContactState.Verified),
            HiddenDecision.NotSafe => (false, contact.State),
            _ => (false, ContactState.Ended),
        };
        contact.ChangedAt = clock.GetUtcNow();
        audit.Record(
            context, PeopleAudit.HiddenContactChanged, PeopleAudit.Subject, request.PersonId, request.How.Trim(), personIds: [request.PersonId],
            changes: [new AuditChange("hidden_contact_is_safe", null, contact.IsSafe.ToString())]);
        outbox.Publish(context, new ContactPointChanged(contact.PersonId, contact.Id));
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
