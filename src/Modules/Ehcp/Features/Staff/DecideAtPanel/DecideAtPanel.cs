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

namespace Medway.LocalOffer.Ehcp.Features.Staff.DecideAtPanel;

/// <summary>Writes down what a panel said of one request. What the law knows of it becomes an event of the record, through the operation that records every event.</summary>
/// <param name="ToldOn">When the family was told; the limit of the law hangs on it.</param>
internal sealed record DecideAtPanel(Guid PanelId, Guid ItemId, Guid RecordId, PanelOutcome Outcome, string Reasons, DateOnly? ToldOn) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.HoldPanels;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class DecideAtPanelValidator : AbstractValidator<DecideAtPanel>
{
    public DecideAtPanelValidator(TimeProvider clock)
    {
        RuleFor(one => one.Outcome).IsInEnum().WithMessage("Choose what the panel said");
        RuleFor(one => one.Reasons).NotEmpty().WithMessage("Write the reasons: the family has a right to them")
            .MaximumLength(PanelItem.MaximumReasons).WithMessage($"Write {PanelItem.MaximumReasons} letters or fewer");
        RuleFor(one => one.ToldOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day on which the family was told. Tell them first: the six weeks end then, and not when the panel meets")
            .Must(day => day <= clock.Today()).WithMessage("This day has not come yet. Tell the family first")
            .When(one => PanelRules.IsToldToTheFamily(one.Outcome));
    }
}

internal sealed class DecideAtPanelHandler(EhcpDbContext context, RecordReader reader, IMediator mediator, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<DecideAtPanel, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DecideAtPanel request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync($"ehcp.panel {request.PanelId}", cancellationToken);
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        var panel = await context.Panels.AsNoTracking().SingleOrDefaultAsync(panel => panel.Id == request.PanelId, cancellationToken);
        var item = await context.PanelItems.SingleOrDefaultAsync(
            item => item.Id == request.ItemId && item.PanelId == request.PanelId && item.RecordId == request.RecordId, cancellationToken);
        if (panel is null || item is null || await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { } read)
        {
            return Outcome.NotFound;
        }

        if (await ProblemAsync(request, panel, item, cancellationToken) is { } problem)
        {
            return problem;
        }

        foreach (var (kind, on) in EventsOf(request, panel, read))
        {
            var recorded = await mediator.Send(new RecordEvent.RecordEvent(request.RecordId, kind, on, request.Reasons), cancellationToken);
            if (!recorded.IsOk)
            {
                context.ChangeTracker.Clear();
                return recorded.Kind == OutcomeKind.NotFound
                    ? Outcome.NotFound
                    : Outcome.Invalid(nameof(request.ToldOn), string.Join(". ", recorded.Errors.Select(error => error.Message)));
            }
        }

        (item.Outcome, item.Reasons, item.DecidedAt, item.DecidedBy) = (request.Outcome, request.Reasons.Trim(), clock.GetUtcNow(), actor.Id);
        audit.Record(
            context, EhcpAudit.PanelDecided, EhcRecord.Subject, request.RecordId, personIds: [read.Record.ChildId],
            changes: [new AuditChange("panel_outcome", null, $"{request.Outcome}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }

    private async Task<Outcome.Failure?> ProblemAsync(DecideAtPanel request, Panel panel, PanelItem item, CancellationToken cancellationToken)
    {
        if (item.Outcome is { } said)
        {
            return Outcome.Invalid(nameof(request.Outcome), $"“{PanelWords.Of(said)}” has been written down for this request already");
        }

        if (!PanelRules.OutcomesOf(panel.Kind).Contains(request.Outcome))
        {
            return Outcome.Invalid(nameof(request.Outcome), "This panel cannot say that. Choose again");
        }

        if (panel.HeldOn > clock.Today())
        {
            return Outcome.Invalid(nameof(request.Outcome), $"The panel meets on {panel.HeldOn.Long()}. Write it down when it has met");
        }

        var attendees = await context.PanelAttendees.AsNoTracking().Where(one => one.PanelId == panel.Id && one.ReplacedAt == null).ToListAsync(cancellationToken);
        if (PanelRules.Problem([.. attendees.Select(one => new Attendee(one.Agency, one.Who))]) is { } alone)
        {
            return Outcome.Invalid(nameof(request.Outcome), alone);
        }

        return PanelRules.IsToldToTheFamily(request.Outcome) && request.ToldOn < panel.HeldOn
            ? Outcome.Invalid(nameof(request.ToldOn), $"The panel met on {panel.HeldOn.Long()}. The family cannot have been told before it")
            : null;
    }

    /// <summary>A request that comes back has not been heard: nobody can make the six weeks look kept with it.</summary>
    private static IEnumerable<(EventKind Kind, DateOnly On)> EventsOf(DecideAtPanel request, Panel panel, ReadRecord read)
    {
        if (panel.Kind == PanelKind.Stage1 && request.Outcome != PanelOutcome.ComesBack && Sequence.Next(read.Happened).Contains(EventKind.HeardAtPanel))
        {
            yield return (EventKind.HeardAtPanel, panel.HeldOn);
        }

        if (PanelRules.EventOf(request.Outcome) is { } kind)
        {
            yield return (kind, PanelRules.IsToldToTheFamily(request.Outcome) ? request.ToldOn!.Value : panel.HeldOn);
        }
    }
}
