using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeSetting;

/// <summary>Where one child has been taught, day by day.</summary>
internal sealed record SeeSetting(Guid RecordId) : IQuery<SettingView>, IReadsPeople, IActsOn
{
    public Permission Permission => EhcpPermissions.View;

    public AuditEvent Event => EhcpAudit.Viewed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;

    Guid? IReadsPeople.SubjectId => RecordId;

    public string? Purpose => null;
}

/// <param name="Statuses">That stand, the newest first.</param>
internal sealed record SettingView(string Reference, DateOnly ReceivedOn, IReadOnlyList<SettingStatus> Statuses, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

internal sealed class SeeSettingHandler(EhcpDbContext context) : IRequestHandler<SeeSetting, Outcome<SettingView>>
{
    public async Task<Outcome<SettingView>> Handle(SeeSetting request, CancellationToken cancellationToken)
    {
        if (await context.Records.AsNoTracking().SingleOrDefaultAsync(record => record.Id == request.RecordId, cancellationToken) is not { } record)
        {
            return Outcome.NotFound;
        }

        var statuses = await context.SettingStatuses.AsNoTracking().Where(status => status.RecordId == record.Id && status.WithdrawnAt == null)
            .OrderByDescending(status => status.From).ToListAsync(cancellationToken);
        return new SettingView(record.Reference, record.ReceivedOn, statuses, [record.ChildId]);
    }
}
