using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordAttendance;

/// <summary>Who came to a panel. What was written before is replaced as a whole, until the panel has decided something.</summary>
internal sealed record RecordAttendance(Guid PanelId, IReadOnlyList<Attendee> Attendees) : ICommand<Done>
{
    /// <summary>The field of the form beside which it is said what is wrong with all of them.</summary>
    public const string Field = nameof(PanelAgency.SendTeam);

    public Permission Permission => EhcpPermissions.HoldPanels;
}

internal sealed class RecordAttendanceValidator : AbstractValidator<RecordAttendance>
{
    public const int Most = 30;

    public RecordAttendanceValidator()
    {
        RuleFor(one => one.Attendees).Cascade(CascadeMode.Stop)
            .Must(attendees => attendees.Count <= Most).WithMessage($"Write at most {Most} people")
            .Must(attendees => attendees.All(one => one.Who.Length <= PanelAttendee.MaximumWho))
            .WithMessage($"Write each person in {PanelAttendee.MaximumWho} letters or fewer, with a comma between people")
            .Must(attendees => attendees.All(one => Enum.IsDefined(one.Agency) && one.Who.Length > 0 && !one.Who.Any(char.IsControl)))
            .WithMessage("Write names in one line, with a comma between people")
            .OverridePropertyName(RecordAttendance.Field);
    }
}

internal sealed class RecordAttendanceHandler(EhcpDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<RecordAttendance, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordAttendance request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync($"ehcp.panel {request.PanelId}", cancellationToken);
        if (await context.Panels.AsNoTracking().SingleOrDefaultAsync(panel => panel.Id == request.PanelId, cancellationToken) is not { } panel)
        {
            return Outcome.NotFound;
        }

        if (panel.HeldOn > clock.Today())
        {
            return Outcome.Invalid(RecordAttendance.Field, $"The panel meets on {panel.HeldOn.Long()}. Write down who came when it has met");
        }

        if (PanelRules.Problem(request.Attendees) is { } problem)
        {
            return Outcome.Invalid(RecordAttendance.Field, problem);
        }

        if (await context.PanelItems.AnyAsync(item => item.PanelId == panel.Id && item.Outcome != null, cancellationToken))
        {
            return Outcome.Invalid(RecordAttendance.Field, "What this panel said has been written down already, so who was there stays as it is");
        }

        var now = clock.GetUtcNow();
        foreach (var before in await context.PanelAttendees.Where(one => one.PanelId == panel.Id && one.ReplacedAt == null).ToListAsync(cancellationToken))
        {
            before.ReplacedAt = now;
        }

        context.PanelAttendees.AddRange(request.Attendees.Select(one => new PanelAttendee { Id = Guid.CreateVersion7(now), PanelId = panel.Id, Agency = one.Agency, Who = one.Who }));
        audit.Record(
            context, EhcpAudit.AttendanceRecorded, Panel.Subject, panel.Id,
            changes: [new AuditChange("agencies", null, string.Join(", ", request.Attendees.Select(one => one.Agency).Distinct().Order()))]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
