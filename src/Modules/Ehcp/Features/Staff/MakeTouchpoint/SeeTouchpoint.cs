using MediatR;
using Medway.LocalOffer.Ehcp.Data;
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
    string Reference, TouchpointKind Kind, string Name, DateOnly DueOn, TouchpointState State, IReadOnlyList<MakingWay> Ways, bool NeedsCall, TouchpointText Text, IReadOnlyList<Guid> PersonIds)
    : IShowsPeople;

internal sealed class SeeTouchpointHandler(EhcpDbContext context, RecordReader reader, IPeople people, TimeProvider clock) : IRequestHandler<SeeTouchpoint, Outcome<TouchpointView>>
{
    public async Task<Outcome<TouchpointView>> Handle(SeeTouchpoint request, CancellationToken cancellationToken)
    {
        var touchpoint = await context.Touchpoints.AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.TouchpointId && one.RecordId == request.RecordId, cancellationToken);
        if (touchpoint is null || !Making.IsOpen(touchpoint) || await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { } read)
        {
            return Outcome.NotFound;
        }

        var kind = await context.TouchpointKinds.AsNoTracking().SingleAsync(one => one.Code == touchpoint.Code, cancellationToken);
        var names = await people.NamesAsync([touchpoint.PersonId], cancellationToken);
        return new TouchpointView(
            read.Record.Reference, kind, names.TryGetValue(touchpoint.PersonId, out var name) ? name.Full : "Not known", touchpoint.DueOn, touchpoint.State,
            Making.Ways(touchpoint, kind), Making.NeedsCall(touchpoint, kind, read), TouchpointText.Of(kind, read, clock.Today()), [touchpoint.PersonId]);
    }
}
