using System.Globalization;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeAppointments;

/// <summary>An appointment has been booked: the family is told when it is, and reads on its own page where.</summary>
/// <param name="At">As <c>14:30</c>.</param>
internal sealed record RecordAppointment(Guid RecordId, Adviser With, DateOnly? On, string At, string Where) : ICommand<Guid>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class RecordAppointmentValidator : AbstractValidator<RecordAppointment>
{
    public const int LongestTime = 5;

    public RecordAppointmentValidator(TimeProvider clock)
    {
        RuleFor(one => one.With).Must(with => Enum.IsDefined(with) && with != Adviser.Family).WithMessage("Choose with whom");
        RuleFor(one => one.On).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day")
            .Must(day => day >= clock.Today()).WithMessage("This day is over. Only appointments to come are written down here")
            .Must(day => day <= clock.Today().AddYears(1)).WithMessage("This day is more than a year away. Check the year");
        RuleFor(one => one.At).Must(at => Time(at) is not null).WithMessage("Write the time with four digits, like 09:30 or 14:30");
        RuleFor(one => one.Where).NotEmpty().WithMessage("Write where it is, or how, if it is by phone or video")
            .MaximumLength(Appointment.MaximumWhere).WithMessage($"Write {Appointment.MaximumWhere} letters or fewer");
    }

    public static TimeOnly? Time(string typed) => TimeOnly.TryParseExact(typed.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

internal sealed class RecordAppointmentHandler(EhcpDbContext context, RecordReader reader, Planner planner, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<RecordAppointment, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(RecordAppointment request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { } read)
        {
            return Outcome.NotFound;
        }

        if (read.Record.IsOver)
        {
            return Outcome.Invalid(nameof(request.With), "This record has ended. Nothing is booked for it any more");
        }

        var (day, time, now) = (request.On!.Value, RecordAppointmentValidator.Time(request.At)!.Value, clock.GetUtcNow());
        var startsAt = UkTime.At(day, time);
        if (startsAt <= now)
        {
            return Outcome.Invalid(nameof(request.At), "This time is over. Only appointments to come are written down here");
        }

        if (await context.Appointments.Where(one => one.RecordId == request.RecordId && one.Adviser == request.With && one.StartsAt == startsAt && one.CalledOffAt == null)
            .Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellationToken) is { } same)
        {
            // Pressed twice: it is the same appointment.
            return same;
        }

        var appointment = new Appointment
        {
            Id = Guid.CreateVersion7(now),
            RecordId = request.RecordId,
            Adviser = request.With,
            StartsAt = startsAt,
            Where = request.Where.Trim(),
            RecordedAt = now,
            RecordedBy = actor.Id,
        };
        context.Appointments.Add(appointment);
        audit.Record(
            context, EhcpAudit.AppointmentRecorded, EhcRecord.Subject, request.RecordId, personIds: [read.Record.ChildId],
            changes: [new AuditChange("appointment", null, $"{request.With} {day:yyyy-MM-dd}")]);
        await context.SaveChangesAsync(cancellationToken);
        await planner.StartAsync(
            read, OtherStart.AppointmentBooked,
            new Cause($"{appointment.Id}", clock.Today()) { Own = $"It is on {day.Long()} at {time.ToString("HH:mm", CultureInfo.InvariantCulture)}. Your page shows where." }, cancellationToken);
        return appointment.Id;
    }
}
