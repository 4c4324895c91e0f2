using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.MakeTouchpoint;

/// <summary>An officer releases what was prepared, or says that a task is done.</summary>
/// <param name="HasSpoken">The officer has spoken to this person. Without it no refusal leaves, and no task is done.</param>
internal sealed record MakeTouchpoint(Guid RecordId, Guid TouchpointId, bool? HasSpoken) : ICommand<TouchpointState>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class MakeTouchpointHandler(EhcpDbContext context, Planner planner, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<MakeTouchpoint, Outcome<TouchpointState>>
{
    public async Task<Outcome<TouchpointState>> Handle(MakeTouchpoint request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync($"ehcp.record {request.RecordId}", cancellationToken);
        var touchpoint = await context.Touchpoints.SingleOrDefaultAsync(
            one => one.Id == request.TouchpointId && one.RecordId == request.RecordId && one.State == TouchpointState.Waiting, cancellationToken);
        if (touchpoint is null)
        {
            return Outcome.NotFound;
        }

        if (request.HasSpoken is not { } spoken)
        {
            return Outcome.Invalid(nameof(request.HasSpoken), "Choose yes or no");
        }

        var kind = await context.TouchpointKinds.AsNoTracking().SingleAsync(one => one.Code == touchpoint.Code, cancellationToken);
        var cause = await context.Events.AsNoTracking().SingleAsync(one => one.Id == touchpoint.EventId, cancellationToken);
        if (!spoken && kind.Mode == TouchpointMode.Task)
        {
            return Outcome.Invalid(nameof(request.HasSpoken), "It is done when you have spoken to them. Try again, or ask your team");
        }

        if (!spoken && cause.Kind is (EventKind.DecidedNotToAssess or EventKind.DecidedNotToIssue or EventKind.DecidedToCease))
        {
            return Outcome.Invalid(nameof(request.HasSpoken), "Nobody reads a no before somebody has spoken to them. Call first");
        }

        touchpoint.DoneBy = actor.Id;
        if (kind.Mode == TouchpointMode.Task)
        {
            (touchpoint.State, touchpoint.SettledAt) = (TouchpointState.Made, clock.GetUtcNow());
        }
        else
        {
            await planner.AskAsync(touchpoint, await context.Records.SingleAsync(one => one.Id == touchpoint.RecordId, cancellationToken), cancellationToken);
        }

        audit.Record(
            context, EhcpAudit.TouchpointMade, EhcRecord.Subject, request.RecordId, personIds: [touchpoint.PersonId],
            changes: [new AuditChange("touchpoint", null, touchpoint.Code)]);
        await context.SaveChangesAsync(cancellationToken);
        return touchpoint.State;
    }
}
