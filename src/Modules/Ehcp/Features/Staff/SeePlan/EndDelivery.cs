using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeePlan;

/// <summary>Somebody does not give this help any more, or never did: from now on they do not read it.</summary>
internal sealed record EndDelivery(Guid RecordId, Guid DeliveryId) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.WritePlans;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class EndDeliveryHandler(EhcpDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<EndDelivery, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(EndDelivery request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        var found = await (
            from delivery in context.PlanDeliveries
            join plan in context.Plans on delivery.PlanId equals plan.Id
            join record in context.Records on plan.RecordId equals record.Id
            where delivery.Id == request.DeliveryId && record.Id == request.RecordId
            select new { delivery, record.ChildId }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return Outcome.NotFound;
        }

        if (found.delivery.EndedAt is null)
        {
            found.delivery.EndedAt = clock.GetUtcNow();
            audit.Record(
                context, EhcpAudit.DeliveryEnded, EhcRecord.Subject, request.RecordId, personIds: [found.ChildId],
                changes: [new AuditChange("delivery", $"{found.delivery.Part} {found.delivery.By} {found.delivery.AccountId}", null)]);
            await context.SaveChangesAsync(cancellationToken);
        }

        return default(Done);
    }
}
