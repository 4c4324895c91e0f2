using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeSetting;

/// <summary>It was written down wrongly: it stays, and does not count.</summary>
internal sealed record TakeBackSetting(Guid RecordId, Guid StatusId) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class TakeBackSettingHandler(EhcpDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<TakeBackSetting, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakeBackSetting request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await context.SettingStatuses.SingleOrDefaultAsync(status => status.Id == request.StatusId && status.RecordId == request.RecordId, cancellationToken) is not { } status)
        {
            return Outcome.NotFound;
        }

        if (status.WithdrawnAt is null)
        {
            status.WithdrawnAt = clock.GetUtcNow();
            var child = await context.Records.Where(record => record.Id == request.RecordId).Select(record => record.ChildId).SingleAsync(cancellationToken);
            audit.Record(
                context, EhcpAudit.SettingWithdrawn, EhcRecord.Subject, request.RecordId, personIds: [child], changes: [new AuditChange("setting", $"{status.Kind} {status.From:yyyy-MM-dd}", null)]);
            await context.SaveChangesAsync(cancellationToken);
        }

        return default(Done);
    }
}
