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

/// <summary>An officer releases what was prepared, or says that a task is done, or that there is no need for it.</summary>
/// <param name="Words">What the officer adds in their own words.</param>
/// <param name="Reason">Why it is not needed.</param>
internal sealed record MakeTouchpoint(Guid RecordId, Guid TouchpointId, MakingWay Way, string Words, string Reason) : ICommand<TouchpointState>, IActsOn
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
    EhcpDbContext context, RecordReader reader, Recipients recipients, CallsBefore calls, Teller teller, TouchpointEnds ends, Requester requester, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<MakeTouchpoint, Outcome<TouchpointState>>
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
        var decision = Making.DecisionToCallAbout(touchpoint, kind, read);
        IReadOnlyList<FamilyCall> called = decision is null ? [] : await calls.SinceAsync(touchpoint, decision, cancellationToken);
        var mayBeTold = await recipients.MayBeToldAsync(touchpoint, read.Record, cancellationToken);
        if (ProblemWith(request, mayBeTold, touchpoint, kind, read.Happened.FirstOrDefault(one => one.Id == touchpoint.EventId), decision is not null, called) is { } problem)
        {
            return problem;
        }

        touchpoint.DoneBy = actor.Id;
        await MakeAsync(request, touchpoint, kind, read, called, cancellationToken);
        audit.Record(
            context, EhcpAudit.TouchpointMade, EhcRecord.Subject, request.RecordId, personIds: [touchpoint.PersonId],
            changes: [new AuditChange("touchpoint", null, $"{touchpoint.Code} {request.Way}")]);
        await context.SaveChangesAsync(cancellationToken);
        return touchpoint.State;
    }

    private Outcome.Failure? ProblemWith(
        MakeTouchpoint request, bool mayBeTold, Touchpoint touchpoint, TouchpointKind kind, Happening? cause, bool isNo, IReadOnlyList<FamilyCall> called) => request switch
        {
            { Way: not MakingWay.NotNeeded } when !mayBeTold => Outcome.Invalid(nameof(request.Way), Making.NothingMayBeSaid),
            _ when !Making.Ways(touchpoint, kind, mayBeTold, actor).Contains(request.Way) => Outcome.Invalid(nameof(request.Way), "Choose one of the ways in the list"),
            { Way: MakingWay.Release } when isNo && !CallsBefore.AreEnough(called) =>
                Outcome.Invalid(nameof(request.Way), "Nobody reads a no before somebody has called them. Call first, and write down the call; when nobody answers, try on two days"),
            { Way: MakingWay.Release } when isNo && string.IsNullOrWhiteSpace(request.Words) =>
                Outcome.Invalid(nameof(request.Words), "Write the reasons for the no, as they read them"),
            { Way: MakingWay.Release } when kind.IsNotice && CauseWords.Missing(cause) is { } missing && string.IsNullOrWhiteSpace(request.Words) => Outcome.Invalid(nameof(request.Words), missing),
            { Way: not MakingWay.NotNeeded } when kind.Code == TouchpointKind.Delay && string.IsNullOrWhiteSpace(request.Words) =>
                Outcome.Invalid(nameof(request.Words), "Write why it will be late, and the new date"),
            _ => null,
        };

    private async Task MakeAsync(MakeTouchpoint request, Touchpoint touchpoint, TouchpointKind kind, ReadRecord read, IReadOnlyList<FamilyCall> called, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var own = request.Words.Trim();
        switch (request.Way)
        {
            case MakingWay.Release:
                touchpoint.CalledAt = called.Count > 0 ? called[^1].CalledAt : null;
                await teller.AskAsync(touchpoint, kind, read, cancellationToken, own);
                break;
            case MakingWay.Spoken:
                (touchpoint.CalledAt, touchpoint.IsUseful) = (now, true);
                var words = CauseWords.For(touchpoint, kind, read);
                touchpoint.Words = own.Length == 0 ? words : $"{words}\n\n{own}";
                await ends.MadeAsync(touchpoint, now, cancellationToken);
                break;
            default:
                (touchpoint.State, touchpoint.SettledAt, touchpoint.NotNeededBecause) = (TouchpointState.Cancelled, now, request.Reason.Trim());
                await requester.SettledAsync(touchpoint, cancellationToken);
                break;
        }
    }
}

/// <summary>What an officer may do with a touchpoint: one answer for the page and the operation.</summary>
internal static class Making
{
    public const string NothingMayBeSaid = "Say nothing of this child to this person: no letter, no message, no call. They may not be told, because of a restriction, or because they have no say any more";

    /// <summary>A question has a page of its own, until its answer did not arrive.</summary>
    public static bool IsOpen(Touchpoint touchpoint) => touchpoint.State == TouchpointState.NotMade
        || (touchpoint.State == TouchpointState.Waiting && touchpoint.Code != TouchpointKind.QuestionAnswered);

    /// <summary>The law wants a notice in writing: one that came back is released again, and nobody but a manager ends it without.</summary>
    public static IReadOnlyList<MakingWay> Ways(Touchpoint touchpoint, TouchpointKind kind, bool mayBeTold, Actor actor) => (touchpoint.State, touchpoint.Mode) switch
    {
        _ when !mayBeTold => !kind.IsNotice || actor.May(EhcpPermissions.EndNotices) ? [MakingWay.NotNeeded] : [],
        _ when kind.IsNotice => [.. NoticeWays(kind, actor)],
        (TouchpointState.NotMade, _) or (_, TouchpointMode.Task) => [MakingWay.Spoken, MakingWay.NotNeeded],
        _ => [MakingWay.Release, MakingWay.Spoken, MakingWay.NotNeeded],
    };

    /// <summary>The no that this person is told about with it; null when it tells none.</summary>
    public static Happening? DecisionToCallAbout(Touchpoint touchpoint, TouchpointKind kind, ReadRecord read) =>
        kind.IsNotice && read.Happened.FirstOrDefault(one => one.Id == touchpoint.EventId) is { } cause && HeldDecisions.IsNo(cause.Kind) ? cause : null;

    private static IEnumerable<MakingWay> NoticeWays(TouchpointKind kind, Actor actor)
    {
        yield return MakingWay.Release;
        if (kind.MayBeSpoken)
        {
            yield return MakingWay.Spoken;
        }

        if (actor.May(EhcpPermissions.EndNotices))
        {
            yield return MakingWay.NotNeeded;
        }
    }
}
