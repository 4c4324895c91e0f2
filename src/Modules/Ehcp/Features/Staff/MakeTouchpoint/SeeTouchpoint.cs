using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.MakeTouchpoint;

/// <summary>One touchpoint that waits for an officer, with the words that would leave.</summary>
internal sealed record SeeTouchpoint(Guid RecordId, Guid TouchpointId) : IQuery<TouchpointView>, IReadsPeople, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public AuditEvent Event => EhcpAudit.Viewed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;

    Guid? IReadsPeople.SubjectId => RecordId;

    public string? Purpose => null;
}

internal sealed record TouchpointView(
    string Reference, TouchpointKind Kind, bool MayBeTold, string Name, DateOnly DueOn, TouchpointState State, IReadOnlyList<MakingWay> Ways, bool IsNo, IReadOnlyList<FamilyCall> Calls, bool IsServed, TouchpointText Text, IReadOnlyList<Guid> PersonIds)
    : IShowsPeople;

internal sealed class SeeTouchpointHandler(EhcpDbContext context, RecordReader reader, Recipients recipients, HeldDecisions held, CallsBefore calls, IPeople people, Actor actor, TimeProvider clock)
    : IRequestHandler<SeeTouchpoint, Outcome<TouchpointView>>
{
    public async Task<Outcome<TouchpointView>> Handle(SeeTouchpoint request, CancellationToken cancellationToken)
    {
        var touchpoint = await context.Touchpoints.AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.TouchpointId && one.RecordId == request.RecordId, cancellationToken);
        if (touchpoint is null || !Making.IsOpen(touchpoint) || await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { } read)
        {
            return Outcome.NotFound;
        }

        var kind = await context.TouchpointKinds.AsNoTracking().SingleAsync(one => one.Code == touchpoint.Code, cancellationToken);
        var mayBeTold = await recipients.MayBeToldAsync(touchpoint, read.Record, cancellationToken);
        var names = await people.NamesAsync([touchpoint.PersonId], cancellationToken);
        var decision = Making.DecisionToCallAbout(touchpoint, kind, read);
        var isServed = read.Happened.Any(one => one.Id == touchpoint.EventId && Sequence.IsServed(one.Kind));
        var told = await held.AsToldAsync(read, touchpoint.PersonId, touchpoint.EventId, cancellationToken);
        return new TouchpointView(
            read.Record.Reference, kind, mayBeTold, names.TryGetValue(touchpoint.PersonId, out var name) ? name.Full : "Not known", touchpoint.DueOn, touchpoint.State,
            Making.Ways(touchpoint, kind, mayBeTold, actor), decision is not null, decision is null ? [] : await calls.SinceAsync(touchpoint, decision, cancellationToken), isServed,
            TouchpointText.Of(kind, told.Happened.FirstOrDefault(one => one.Id == touchpoint.EventId), told, clock.Today()) with { Words = CauseWords.For(touchpoint, kind, told) }, [touchpoint.PersonId]);
    }
}
