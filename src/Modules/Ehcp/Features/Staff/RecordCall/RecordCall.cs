using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordCall;

/// <summary>A call that no list asked for, or that did not get through. Whoever was spoken to has been told: it stands in their own list, and ends a silence.</summary>
/// <param name="Words">What was said, as the person reads it.</param>
internal sealed record RecordCall(Guid RecordId, Guid PersonId, CallOutcome Outcome, string Words) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class RecordCallValidator : AbstractValidator<RecordCall>
{
    public RecordCallValidator()
    {
        RuleFor(call => call.Outcome).IsInEnum().WithMessage("Choose how it ended");
        RuleFor(call => call.Words).MaximumLength(Touchpoint.MaximumWords).WithMessage($"Write {Touchpoint.MaximumWords} letters or fewer");
    }
}

internal sealed class RecordCallHandler(
    EhcpDbContext context, RecordReader reader, Recipients recipients, TouchpointEnds ends, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RecordCall, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordCall request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { Child: { } child } read)
        {
            return Outcome.NotFound;
        }

        if (!(await recipients.OfAsync("everybody", read.Record, child, cancellationToken)).Contains(request.PersonId))
        {
            return Outcome.Invalid("Person", "Choose whom you called. Only those who may be told are in the list");
        }

        var now = clock.GetUtcNow();
        var call = new FamilyCall
        {
            Id = Guid.CreateVersion7(now),
            RecordId = request.RecordId,
            PersonId = request.PersonId,
            Outcome = request.Outcome,
            CalledAt = now,
            CalledBy = actor.Id,
        };
        context.Calls.Add(call);
        if (request.Outcome == CallOutcome.Spoken)
        {
            await ToldAsync(call, request.Words.Trim(), cancellationToken);
        }

        audit.Record(
            context, EhcpAudit.CallRecorded, EhcRecord.Subject, request.RecordId, personIds: [request.PersonId], changes: [new AuditChange("call", null, $"{request.Outcome}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }

    private async Task ToldAsync(FamilyCall call, string own, CancellationToken cancellationToken)
    {
        var kind = await context.TouchpointKinds.AsNoTracking().SingleAsync(one => one.Code == TouchpointKind.News, cancellationToken);
        var told = new Touchpoint
        {
            Id = Guid.CreateVersion7(call.CalledAt),
            RecordId = call.RecordId,
            Code = kind.Code,
            Occasion = $"call {call.Id}",
            PersonId = call.PersonId,
            Mode = TouchpointMode.Task,
            DueOn = UkTime.DateIn(call.CalledAt),
            State = TouchpointState.Made,
            IsUseful = true,
            Words = own.Length == 0 ? kind.Words : $"{kind.Words}\n\n{own}",
            CreatedAt = call.CalledAt,
            CalledAt = call.CalledAt,
            DoneBy = actor.Id,
        };
        context.Touchpoints.Add(told);
        await ends.MadeAsync(told, call.CalledAt, cancellationToken);
    }
}
