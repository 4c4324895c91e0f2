using FluentValidation;
using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ViewEntry;

/// <summary>An officer has seen a paper that shows who decides. Its kind, the day and the officer are kept; the paper goes back, and no copy stays.</summary>
/// <param name="HasProvedContact">They were reached by what they typed: it is theirs, and may be used from now on.</param>
internal sealed record RecordEvidence(Guid Id, EvidenceKind Kind, DateOnly? SeenOn, bool HasProvedContact) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Keep;
}

internal sealed class RecordEvidenceValidator : AbstractValidator<RecordEvidence>
{
    public RecordEvidenceValidator(TimeProvider clock)
    {
        RuleFor(evidence => evidence.Kind).IsInEnum().WithMessage("Choose what you saw");
        RuleFor(evidence => evidence.SeenOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day on which you saw it")
            .Must(day => day <= clock.Today()).WithMessage("This day has not come yet");
    }
}

internal sealed class RecordEvidenceHandler(RegisterDbContext context, RegisterReader reader, INewPeople newPeople, IContactPoints points, AuditTrail audit, Actor actor)
    : IRequestHandler<RecordEvidence, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordEvidence request, CancellationToken cancellationToken)
    {
        await context.LockEntryAsync(request.Id, cancellationToken);
        if (await reader.For(PublicTask.KeepTheRegister).SingleOrDefaultAsync(entry => entry.Id == request.Id, cancellationToken) is not { } entry)
        {
            return Outcome.NotFound;
        }

        if ((request.Kind == EvidenceKind.OwnIdentity) != (entry.Capacity == GiverCapacity.YoungPerson))
        {
            return Outcome.Invalid(nameof(request.Kind), entry.Capacity == GiverCapacity.YoungPerson ? "The young person applied alone: choose that they showed who they are" : "Choose a paper that shows who decides for the child");
        }

        if (entry.Capacity == GiverCapacity.Parent
            && !await newPeople.ConfirmResponsibilityAsync(entry.ApplicantId, entry.ChildId, $"Seen for the register: {RegisterWords.Of(request.Kind)}", cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Kind), "The person who asked is not on the child’s record in People any more. Look there first");
        }

        if (request.HasProvedContact && entry.ContactPointId is { } point)
        {
            await points.AcceptAsync(point, entry.ApplicantId, cancellationToken);
        }

        (entry.Evidence, entry.EvidenceSeenOn, entry.EvidenceSeenBy) = (request.Kind, request.SeenOn, actor.Id);
        audit.Record(
            context, RegisterAudit.EvidenceSeen, RegisterEntry.Subject, entry.Id, personIds: [.. new[] { entry.ChildId, entry.ApplicantId }.Distinct()],
            changes: [new AuditChange("evidence", null, request.Kind.ToString())]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
