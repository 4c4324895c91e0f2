using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Facts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.KeepFacts;

/// <summary>An officer asks the family about something. Where we hold the answer already it needs a reason, and is counted.</summary>
internal sealed record AskFamily(Guid RecordId, FactTopic AskTopic, string Why) : ICommand<bool>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class AskFamilyValidator : AbstractValidator<AskFamily>
{
    public AskFamilyValidator()
    {
        RuleFor(ask => ask.AskTopic).IsInEnum().WithMessage("Choose what you ask about");
        RuleFor(ask => ask.Why).MaximumLength(FactAsk.MaximumReason).WithMessage($"Write {FactAsk.MaximumReason} letters or fewer");
    }
}

internal sealed class AskFamilyHandler(EhcpDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<AskFamily, Outcome<bool>>
{
    /// <summary>The same, asked again this soon, is a button that was pressed twice, and is counted once.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromSeconds(30);

    public async Task<Outcome<bool>> Handle(AskFamily request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await context.Records.Where(record => record.Id == request.RecordId).Select(record => (Guid?)record.ChildId).SingleOrDefaultAsync(cancellationToken) is not { } child)
        {
            return Outcome.NotFound;
        }

        var told = await context.Facts.Where(fact => fact.RecordId == request.RecordId && fact.Topic == request.AskTopic).Where(FamilyFact.IsHeldOn(clock.Today()))
            .OrderByDescending(fact => fact.ToldOn).Select(fact => (DateOnly?)fact.ToldOn).FirstOrDefaultAsync(cancellationToken);
        if (told is { } day && string.IsNullOrWhiteSpace(request.Why))
        {
            return Outcome.Invalid(nameof(request.Why), $"We were told on {day.Long()}, and it stands above. Read it first. If you must ask again, write why");
        }

        var now = clock.GetUtcNow();
        var justNow = now - JustNow;
        if (await context.FactAsks.AnyAsync(one => one.RecordId == request.RecordId && one.Topic == request.AskTopic && one.AskedBy == actor.Id && one.AskedAt > justNow, cancellationToken))
        {
            return told is not null;
        }

        context.FactAsks.Add(new FactAsk
        {
            Id = Guid.CreateVersion7(now),
            RecordId = request.RecordId,
            Topic = request.AskTopic,
            WasHeld = told is not null,
            Reason = told is null ? null : request.Why.Trim(),
            AskedAt = now,
            AskedBy = actor.Id,
        });
        audit.Record(context, EhcpAudit.FamilyAsked, EhcRecord.Subject, request.RecordId, personIds: [child], changes: [new AuditChange("asked", null, $"{request.AskTopic}{(told is null ? "" : " again")}")]);
        await context.SaveChangesAsync(cancellationToken);
        return told is not null;
    }
}
