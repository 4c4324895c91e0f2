using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeAppointments;

/// <summary>When people who give advice see one child.</summary>
internal sealed record SeeAppointments(Guid RecordId) : IQuery<AppointmentsView>, IReadsPeople, IActsOn
{
    public Permission Permission => EhcpPermissions.View;

    public AuditEvent Event => EhcpAudit.Viewed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;

    Guid? IReadsPeople.SubjectId => RecordId;

    public string? Purpose => null;
}

internal sealed record AppointmentsView(string Reference, IReadOnlyList<Appointment> Appointments, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

internal sealed class SeeAppointmentsHandler(EhcpDbContext context) : IRequestHandler<SeeAppointments, Outcome<AppointmentsView>>
{
    public async Task<Outcome<AppointmentsView>> Handle(SeeAppointments request, CancellationToken cancellationToken)
    {
        if (await context.Records.AsNoTracking().SingleOrDefaultAsync(record => record.Id == request.RecordId, cancellationToken) is not { } record)
        {
            return Outcome.NotFound;
        }

        var appointments = await context.Appointments.AsNoTracking().Where(one => one.RecordId == record.Id).OrderByDescending(one => one.StartsAt).ToListAsync(cancellationToken);
        return new AppointmentsView(record.Reference, appointments, [record.ChildId]);
    }
}
