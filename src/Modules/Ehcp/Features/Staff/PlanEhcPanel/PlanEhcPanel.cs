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

namespace Medway.LocalOffer.Ehcp.Features.Staff.PlanEhcPanel;

/// <summary>A panel meets on this day. One that has met already can be written down too.</summary>
internal sealed record PlanEhcPanel(PanelKind Kind, DateOnly? HeldOn) : ICommand<Guid>
{
    public Permission Permission => EhcpPermissions.HoldPanels;
}

internal sealed class PlanEhcPanelValidator : AbstractValidator<PlanEhcPanel>
{
    public PlanEhcPanelValidator(TimeProvider clock)
    {
        RuleFor(panel => panel.Kind).IsInEnum().WithMessage("Choose which panel");
        RuleFor(panel => panel.HeldOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day on which the panel meets")
            .Must(day => day <= clock.Today().AddYears(1)).WithMessage("This day is more than a year away. Check the year")
            .Must(day => day >= clock.Today().AddYears(-1)).WithMessage("This day is more than a year ago. Check the year");
    }
}

internal sealed class PlanEhcPanelHandler(EhcpDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<PlanEhcPanel, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(PlanEhcPanel request, CancellationToken cancellationToken)
    {
        var day = request.HeldOn!.Value;
        await context.Database.LockAsync($"ehcp.panel {request.Kind} {day:yyyy-MM-dd}", cancellationToken);
        if (await context.Panels.AnyAsync(panel => panel.Kind == request.Kind && panel.HeldOn == day, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.HeldOn), $"There is such a panel on {day.Long()} already. Open it from the list and put the requests on it");
        }

        var now = clock.GetUtcNow();
        var panel = new Panel { Id = Guid.CreateVersion7(now), Kind = request.Kind, HeldOn = day, PlannedAt = now, PlannedBy = actor.Id };
        context.Panels.Add(panel);
        audit.Record(context, EhcpAudit.PanelPlanned, Panel.Subject, panel.Id, changes: [new AuditChange("held_on", null, $"{request.Kind} {day:yyyy-MM-dd}")]);
        await context.SaveChangesAsync(cancellationToken);
        return panel.Id;
    }
}
