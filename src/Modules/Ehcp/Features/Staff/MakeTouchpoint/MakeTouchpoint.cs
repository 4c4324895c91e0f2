using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.MakeTouchpoint;

internal enum MakingWay
{
    /// <summary>The message leaves.</summary>
    Release,

    /// <summary>The officer has spoken to the right person.</summary>
    Spoken,
    NotNeeded,
}

internal enum CallBefore
{
    Spoken,

    /// <summary>Twice, on two days: a family that cannot be reached by phone still has its letter in the time that the law sets.</summary>
    TriedTwice,
    NotYet,
}

/// <summary>An officer releases what was prepared, or says that a task is done, or that there is no need for it.</summary>
/// <param name="Call">Before a no is released.</param>
/// <param name="Words">What the officer adds in their own words.</param>
/// <param name="Reason">Why it is not needed.</param>
internal sealed record MakeTouchpoint(Guid RecordId, Guid TouchpointId, MakingWay Way, CallBefore? Call, string Words, string Reason) : ICommand<TouchpointState>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class MakeTouchpointValidator : AbstractValidator<MakeTouchpoint>
{
    public MakeTouchpointValidator()
    {
        RuleFor(make => make.Way).IsInEnum().WithMessage("Choose what you do");
        RuleFor(make => make.Words).MaximumLength(Touchpoint.MaximumWords).WithMessage($"Write {Touchpoint.MaximumWords} letters or fewer");
        RuleFor(make => make.Reason).MaximumLength(Touchpoint.MaximumReason).WithMessage($"Write {Touchpoint.MaximumReason} letters or fewer");
        RuleFor(make => make.Reason).NotEmpty().When(make => make.Way == MakingWay.NotNeeded).WithMessage("Write why it is not needed");
    }
}

internal sealed class MakeTouchpointHandler(
    EhcpDbContext context, RecordReader reader, Teller teller, TouchpointEnds ends, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<MakeTouchpoint, Outcome<TouchpointState>>
{
    public async Task<Outcome<TouchpointState>> Handle(MakeTouchpoint request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        var touchpoint = await context.Touchpoints.SingleOrDefaultAsync(one => one.Id == request.TouchpointId && one.RecordId == request.RecordId, cancellationToken);
        if (touchpoint is null || !Making.IsOpen(touchpoint) || await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { } read)
        {
            return Outcome.NotFound;
        }

        var kind = await context.TouchpointKinds.AsNoTracking().SingleAsync(one => one.Code == touchpoint.Code, cancellationToken);
        if (ProblemWith(request, touchpoint, kind, read) is { } problem)
        {
            return problem;
        }

        touchpoint.DoneBy = actor.Id;
        await MakeAsync(request, touchpoint, kind, read, cancellationToken);
        audit.Record(
            context, EhcpAudit.TouchpointMade, EhcRecord.Subject, request.RecordId, personIds: [touchpoint.PersonId],
            changes: [new AuditChange("touchpoint", null, $"{touchpoint.Code} {request.Way}")]);
        await context.SaveChangesAsync(cancellationToken);
        return touchpoint.State;
    }

    private static Outcome.Failure? ProblemWith(MakeTouchpoint request, Touchpoint touchpoint, TouchpointKind kind, ReadRecord read) => request switch
    {
        _ when !Making.Ways(touchpoint, kind).Contains(request.Way) => Outcome.Invalid(nameof(request.Way), "Choose one of the ways in the list"),
        { Way: MakingWay.Release, Call: not (CallBefore.Spoken or CallBefore.TriedTwice) } when Making.NeedsCall(touchpoint, kind, read) =>
            Outcome.Invalid(nameof(request.Call), "Nobody reads a no before somebody has called them. Call first"),
        { Way: not MakingWay.NotNeeded } when kind.Code == TouchpointKind.Delay && string.IsNullOrWhiteSpace(request.Words) =>
            Outcome.Invalid(nameof(request.Words), "Write why it will be late, and the new date"),
        _ => null,
    };

    private async Task MakeAsync(MakeTouchpoint request, Touchpoint touchpoint, TouchpointKind kind, ReadRecord read, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var own = request.Words.Trim();
        switch (request.Way)
        {
            case MakingWay.Release:
                touchpoint.CalledAt = request.Call is CallBefore.Spoken or CallBefore.TriedTwice ? now : null;
                await teller.AskAsync(touchpoint, kind, read, cancellationToken, own);
                break;
            case MakingWay.Spoken:
                (touchpoint.CalledAt, touchpoint.IsUseful) = (now, true);
                touchpoint.Words = own.Length == 0 ? kind.Words : $"{kind.Words}\n\n{own}";
                await ends.MadeAsync(touchpoint, now, cancellationToken);
                break;
            default:
                (touchpoint.State, touchpoint.SettledAt, touchpoint.NotNeededBecause) = (TouchpointState.Cancelled, now, request.Reason.Trim());
                break;
        }
    }
}

/// <summary>What an officer may do with a touchpoint: one answer for the page and the operation.</summary>
internal static class Making
{
    /// <summary>A question has a page of its own, until its answer did not arrive.</summary>
    public static bool IsOpen(Touchpoint touchpoint) => touchpoint.State == TouchpointState.NotMade
        || (touchpoint.State == TouchpointState.Waiting && touchpoint.Code != TouchpointKind.QuestionAnswered);

    public static IReadOnlyList<MakingWay> Ways(Touchpoint touchpoint, TouchpointKind kind) => (touchpoint.State, touchpoint.Mode) switch
    {
        (TouchpointState.NotMade, _) or (_, TouchpointMode.Task) => [MakingWay.Spoken, MakingWay.NotNeeded],
        _ when kind.MayBeSpoken => [MakingWay.Release, MakingWay.Spoken, MakingWay.NotNeeded],
        _ => [MakingWay.Release, MakingWay.NotNeeded],
    };

    public static bool NeedsCall(Touchpoint touchpoint, TouchpointKind kind, ReadRecord read) => kind.IsNotice
        && read.Happened.FirstOrDefault(one => one.Id == touchpoint.EventId) is { Kind: EventKind.DecidedNotToAssess or EventKind.DecidedNotToIssue or EventKind.DecidedToCease };
}
