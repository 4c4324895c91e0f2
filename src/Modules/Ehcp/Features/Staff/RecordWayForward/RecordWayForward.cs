using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordWayForward;

/// <summary>The meeting with the family and the school after a no. It takes no right away: the time to appeal runs on.</summary>
internal sealed record RecordWayForward(Guid RecordId, WayForward State, DateOnly? On, string Note) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class RecordWayForwardValidator : AbstractValidator<RecordWayForward>
{
    public RecordWayForwardValidator(TimeProvider clock)
    {
        RuleFor(one => one.State).IsInEnum().WithMessage("Choose what became of it");
        RuleFor(one => one.On).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day")
            .Must((one, day) => one.State == WayForward.Planned || day <= clock.Today()).WithMessage("This day has not come yet. Check the year, or choose “Planned”")
            .Must((one, day) => one.State != WayForward.Planned || day >= clock.Today()).WithMessage("This day is over. Choose “Held”, or write a day to come")
            .Must(day => day <= clock.Today().AddYears(1)).WithMessage("This day is more than a year away. Check the year");
        RuleFor(one => one.Note).NotEmpty().WithMessage("Write who comes or came, and what was agreed")
            .MaximumLength(WayForwardMeeting.MaximumNote).WithMessage($"Write {WayForwardMeeting.MaximumNote} letters or fewer");
    }
}

internal sealed class RecordWayForwardHandler(EhcpDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RecordWayForward, Outcome<Done>>
{
    private static readonly List<EventKind> Refusals = [EventKind.DecidedNotToAssess, EventKind.DecidedNotToIssue];

    public async Task<Outcome<Done>> Handle(RecordWayForward request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await context.Records.AsNoTracking().SingleOrDefaultAsync(record => record.Id == request.RecordId, cancellationToken) is not { } record)
        {
            return Outcome.NotFound;
        }

        var refused = await context.Events.AsNoTracking().Where(one => one.RecordId == record.Id && one.WithdrawnAt == null && Refusals.Contains(one.Kind))
            .OrderBy(one => one.HappenedOn).Select(one => (DateOnly?)one.HappenedOn).LastOrDefaultAsync(cancellationToken);
        if (refused is not { } told)
        {
            return Outcome.Invalid(nameof(request.State), "This meeting is for families who were told no. Nothing like that is on the record");
        }

        if (request.On < told)
        {
            return Outcome.Invalid(nameof(request.On), $"The family was told on {told.Long()}. The meeting comes after that");
        }

        var note = request.Note.Trim();
        var same = await context.WayForwardMeetings.AsNoTracking().Where(one => one.RecordId == record.Id && one.On == request.On && one.State == request.State).ToListAsync(cancellationToken);
        if (same.Exists(one => one.Note == note))
        {
            // Pressed twice: it is one meeting.
            return default(Done);
        }

        var now = clock.GetUtcNow();
        context.WayForwardMeetings.Add(new WayForwardMeeting
        {
            Id = Guid.CreateVersion7(now),
            RecordId = record.Id,
            State = request.State,
            On = request.On!.Value,
            Note = note,
            RecordedAt = now,
            RecordedBy = actor.Id,
        });
        audit.Record(
            context, EhcpAudit.WayForwardRecorded, EhcRecord.Subject, record.Id, personIds: [record.ChildId],
            changes: [new AuditChange("way_forward", null, $"{request.State} {request.On:yyyy-MM-dd}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
