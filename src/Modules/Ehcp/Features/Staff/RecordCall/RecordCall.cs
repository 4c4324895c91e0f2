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
    /// <summary>The same call, written down again this soon, is a button that was pressed twice: the family would read of two talks.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromSeconds(30);

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
        var kind = await context.TouchpointKinds.AsNoTracking().SingleAsync(one => one.Code == TouchpointKind.News, cancellationToken);
        var words = request.Words.Trim() is { Length: > 0 } own ? $"{kind.Words}\n\n{own}" : kind.Words;
        if (await IsPressedTwiceAsync(request, words, now - JustNow, cancellationToken))
        {
            return default(Done);
        }

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
            await ToldAsync(call, words, cancellationToken);
        }

        audit.Record(
            context, EhcpAudit.CallRecorded, EhcRecord.Subject, request.RecordId, personIds: [request.PersonId], changes: [new AuditChange("call", null, $"{request.Outcome}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }

    private async Task<bool> IsPressedTwiceAsync(RecordCall request, string words, DateTimeOffset after, CancellationToken cancellationToken)
    {
        var occasions = await context.Calls.Where(one => one.RecordId == request.RecordId && one.PersonId == request.PersonId && one.Outcome == request.Outcome && one.CalledBy == actor.Id && one.CalledAt > after)
            .Select(one => OccasionOf(one.Id)).ToListAsync(cancellationToken);
        return occasions.Count > 0 && (request.Outcome != CallOutcome.Spoken
            || (await context.Touchpoints.AsNoTracking().Where(one => one.RecordId == request.RecordId && occasions.Contains(one.Occasion)).ToListAsync(cancellationToken)).Exists(one => one.Words == words));
    }

    private static string OccasionOf(Guid callId) => $"call {callId}";

    private async Task ToldAsync(FamilyCall call, string words, CancellationToken cancellationToken)
    {
        var told = new Touchpoint
        {
            Id = Guid.CreateVersion7(call.CalledAt),
            RecordId = call.RecordId,
            Code = TouchpointKind.News,
            Occasion = OccasionOf(call.Id),
            PersonId = call.PersonId,
            Mode = TouchpointMode.Task,
            DueOn = UkTime.DateIn(call.CalledAt),
            State = TouchpointState.Made,
            IsUseful = true,
            Words = words,
            CreatedAt = call.CalledAt,
            CalledAt = call.CalledAt,
            DoneBy = actor.Id,
        };
        context.Touchpoints.Add(told);
        await ends.MadeAsync(told, call.CalledAt, cancellationToken);
    }
}
