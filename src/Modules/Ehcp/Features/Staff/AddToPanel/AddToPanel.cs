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

namespace Medway.LocalOffer.Ehcp.Features.Staff.AddToPanel;

/// <summary>A request will be heard by this panel.</summary>
internal sealed record AddToPanel(Guid PanelId, Guid RecordId) : ICommand<Guid>, IActsOn
{
    public Permission Permission => EhcpPermissions.HoldPanels;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class AddToPanelHandler(EhcpDbContext context, RecordReader reader, Planner planner, AuditTrail audit, TimeProvider clock) : IRequestHandler<AddToPanel, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AddToPanel request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        var panel = await context.Panels.AsNoTracking().SingleOrDefaultAsync(panel => panel.Id == request.PanelId, cancellationToken);
        var record = await context.Records.AsNoTracking().SingleOrDefaultAsync(record => record.Id == request.RecordId, cancellationToken);
        if (panel is null || record is null)
        {
            return Outcome.NotFound;
        }

        if (!PanelRules.StagesFor(panel.Kind).Contains(record.Stage))
        {
            return Outcome.Invalid(nameof(request.RecordId), $"{record.Reference} is at “{EhcpWords.Of(record.Stage)}”, and this panel does not hear that. Choose another request");
        }

        if (await context.PanelItems.AnyAsync(item => item.RecordId == record.Id && (item.PanelId == panel.Id || item.Outcome == null), cancellationToken))
        {
            return Outcome.Invalid(nameof(request.RecordId), $"{record.Reference} is on a panel already. Choose another request");
        }

        var now = clock.GetUtcNow();
        var item = new PanelItem { Id = Guid.CreateVersion7(now), PanelId = panel.Id, RecordId = record.Id, AddedAt = now };
        context.PanelItems.Add(item);
        audit.Record(
            context, EhcpAudit.PutOnPanel, EhcRecord.Subject, record.Id, personIds: [record.ChildId],
            changes: [new AuditChange("panel", null, $"{panel.Kind} {panel.HeldOn:yyyy-MM-dd}")]);
        await context.SaveChangesAsync(cancellationToken);
        await TellAsync(item, panel, cancellationToken);
        return item.Id;
    }

    /// <summary>Where a panel speaks about the request itself, and has not met. What several agencies talk through each month is no step of the request.</summary>
    private async Task TellAsync(PanelItem item, Panel panel, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (panel.Kind is PanelKind.Stage1 or PanelKind.Stage2 && panel.HeldOn >= today && await reader.ReadAsync(item.RecordId, null, cancellationToken) is { } read)
        {
            await planner.StartAsync(read, OtherStart.PanelSet, new Cause($"{item.Id}", today) { Own = $"They meet on {panel.HeldOn.Long()}." }, cancellationToken);
        }
    }
}
