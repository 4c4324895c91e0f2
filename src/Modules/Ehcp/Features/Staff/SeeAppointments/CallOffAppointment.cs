using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeAppointments;

/// <summary>An appointment will not take place: it leaves the family's page, and what was to be said about it is not said.</summary>
internal sealed record CallOffAppointment(Guid RecordId, Guid AppointmentId) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class CallOffAppointmentHandler(EhcpDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<CallOffAppointment, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CallOffAppointment request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await context.Appointments.SingleOrDefaultAsync(one => one.Id == request.AppointmentId && one.RecordId == request.RecordId, cancellationToken) is not { } appointment)
        {
            return Outcome.NotFound;
        }

        if (appointment.CalledOffAt is null)
        {
            appointment.CalledOffAt = clock.GetUtcNow();
            var key = $"{appointment.Id}";
            foreach (var touchpoint in await context.Touchpoints.Where(one => one.RecordId == request.RecordId && one.Occasion == key).Where(Touchpoint.HasNotLeft).ToListAsync(cancellationToken))
            {
                touchpoint.State = TouchpointState.Cancelled;
            }

            var child = await context.Records.Where(record => record.Id == request.RecordId).Select(record => record.ChildId).SingleAsync(cancellationToken);
            audit.Record(context, EhcpAudit.AppointmentCalledOff, EhcRecord.Subject, request.RecordId, personIds: [child], changes: [new AuditChange("appointment", $"{appointment.Adviser}", null)]);
            await context.SaveChangesAsync(cancellationToken);
        }

        return default(Done);
    }
}
