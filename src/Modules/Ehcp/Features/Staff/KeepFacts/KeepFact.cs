using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Facts;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.KeepFacts;

/// <summary>Somebody told an officer something. It is written down once.</summary>
/// <param name="PersonId">Who of the family said it; null when it came from <paramref name="Source"/>.</param>
/// <param name="MayBeReused">They agree that those who are asked for advice read it (SEND Regulations 2014, reg 6(4)).</param>
internal sealed record KeepFact(Guid RecordId, FactTopic Topic, Guid? PersonId, Adviser Source, string Words, DateOnly? ToldOn, bool MayBeReused) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class KeepFactValidator : AbstractValidator<KeepFact>
{
    public KeepFactValidator(TimeProvider clock)
    {
        RuleFor(fact => fact.Topic).IsInEnum().WithMessage("Choose what it is about");
        RuleFor(fact => fact.Source).IsInEnum().WithMessage("Choose who said it").OverridePropertyName("From");
        RuleFor(fact => fact.Words).NotEmpty().WithMessage("Write what you were told").MaximumLength(FamilyFact.MaximumWords).WithMessage($"Write {FamilyFact.MaximumWords} letters or fewer");
        RuleFor(fact => fact.ToldOn).NotNull().WithMessage("Write the day").Must(day => day is null || day <= clock.Today()).WithMessage("This day has not come yet. Check the year");
    }
}

internal sealed class KeepFactHandler(EhcpDbContext context, RecordReader reader, Recipients recipients, AuditTrail audit, TimeProvider clock) : IRequestHandler<KeepFact, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(KeepFact request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { Child: { } child } read)
        {
            return Outcome.NotFound;
        }

        if (request.PersonId is { } teller && !(await recipients.OfAsync("everybody", read.Record, child, cancellationToken)).Contains(teller))
        {
            return Outcome.Invalid("From", "Choose who said it from the list");
        }

        if (child.BornOn is { } born && request.ToldOn < born)
        {
            return Outcome.Invalid(nameof(request.ToldOn), $"The child was born on {born.Long()}. Nobody can have told us before that");
        }

        var words = request.Words.Trim();
        var same = await context.Facts.AsNoTracking()
            .Where(fact => fact.RecordId == request.RecordId && fact.Topic == request.Topic && fact.Source == request.Source && fact.PersonId == request.PersonId && fact.ToldOn == request.ToldOn).ToListAsync(cancellationToken);
        if (same.Exists(fact => fact.Words == words))
        {
            // Pressed twice: it is the same thing.
            return default(Done);
        }

        var now = clock.GetUtcNow();
        context.Facts.Add(new FamilyFact
        {
            Id = Guid.CreateVersion7(now),
            RecordId = request.RecordId,
            Topic = request.Topic,
            Words = words,
            Source = request.Source,
            PersonId = request.PersonId,
            ToldOn = request.ToldOn!.Value,
            AgreedAt = request.MayBeReused ? now : null,
            RecordedAt = now,
        });
        audit.Record(
            context, EhcpAudit.FactKept, EhcRecord.Subject, request.RecordId, personIds: request.PersonId is { } person ? [child.Id, person] : [child.Id],
            changes: [new AuditChange("fact", null, $"{request.Topic} {request.Source}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
