using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeEhcPanel;

/// <summary>A panel with those of its requests that are in the actor's caseload or team; the others are counted and not shown.</summary>
internal sealed record SeeEhcPanel(Guid Id) : IQuery<PanelView>, IReadsPeople
{
    public Permission Permission => EhcpPermissions.ReadPanels;

    public AuditEvent Event => EhcpAudit.PanelViewed;

    public string SubjectKind => Panel.Subject;

    public Guid? SubjectId => Id;

    public string? Purpose => null;
}

/// <param name="Others">Requests on it that are somebody else's work.</param>
/// <param name="CanBeAdded">Requests of the actor's work that fit this panel and wait for none.</param>
/// <param name="HasMet">Today or before.</param>
/// <param name="Missing">Why nothing can be decided yet, in words; null when it can.</param>
internal sealed record PanelView(
    Panel Panel, IReadOnlyList<PanelAttendee> Attendees, IReadOnlyList<PanelItemRow> Items, int Others, IReadOnlyList<CandidateRow> CanBeAdded, bool HasMet, string? Missing,
    IReadOnlyList<Guid> PersonIds) : IShowsPeople;

internal sealed record PanelItemRow(Guid Id, Guid RecordId, string Reference, string Child, DateOnly ReceivedOn, DateOnly? NextOn, PanelOutcome? Outcome, string? Reasons);

internal sealed record CandidateRow(Guid RecordId, string Reference, Stage Stage, DateOnly ReceivedOn);

internal sealed class SeeEhcPanelHandler(EhcpDbContext context, IPeople people, Actor actor, TimeProvider clock) : IRequestHandler<SeeEhcPanel, Outcome<PanelView>>
{
    private const int MostCandidates = 100;

    public async Task<Outcome<PanelView>> Handle(SeeEhcPanel request, CancellationToken cancellationToken)
    {
        if (await context.Panels.AsNoTracking().SingleOrDefaultAsync(panel => panel.Id == request.Id, cancellationToken) is not { } panel)
        {
            return Outcome.NotFound;
        }

        var own = RecordScope.Within(context.Records.AsNoTracking(), actor, EhcpPermissions.ReadPanels);
        var found = await (
            from item in context.PanelItems.AsNoTracking()
            join record in own on item.RecordId equals record.Id
            where item.PanelId == panel.Id
            orderby record.ReceivedOn, item.Id
            select new { item.Id, item.RecordId, record.Reference, record.ChildId, record.ReceivedOn, record.NextOn, item.Outcome, item.Reasons }).ToListAsync(cancellationToken);
        var all = await context.PanelItems.CountAsync(item => item.PanelId == panel.Id, cancellationToken);
        var came = await context.PanelAttendees.AsNoTracking().Where(one => one.PanelId == panel.Id && one.ReplacedAt == null).ToListAsync(cancellationToken);
        List<PanelAttendee> attendees = [.. came.OrderBy(one => one.Agency).ThenBy(one => one.Who, StringComparer.Ordinal)];
        var names = await people.NamesAsync([.. found.Select(item => item.ChildId)], cancellationToken);
        var hasMet = panel.HeldOn <= clock.Today();
        return new PanelView(
            panel, attendees,
            [.. found.Select(item => new PanelItemRow(
                item.Id, item.RecordId, item.Reference, names.TryGetValue(item.ChildId, out var name) ? name.Full : "Not known", item.ReceivedOn, item.NextOn, item.Outcome, item.Reasons))],
            all - found.Count, await CandidatesAsync(panel, own, cancellationToken), hasMet,
            hasMet ? PanelRules.Problem([.. attendees.Select(one => new Attendee(one.Agency, one.Who))]) : "The panel has not met yet",
            [.. found.Select(item => item.ChildId).Distinct()]);
    }

    private async Task<IReadOnlyList<CandidateRow>> CandidatesAsync(Panel panel, IQueryable<EhcRecord> own, CancellationToken cancellationToken)
    {
        var stages = PanelRules.StagesFor(panel.Kind).ToList();
        return await own
            .Where(record => stages.Contains(record.Stage) && !context.PanelItems.Any(item => item.RecordId == record.Id && (item.PanelId == panel.Id || item.Outcome == null)))
            .OrderBy(record => record.ReceivedOn).ThenBy(record => record.Id).Take(MostCandidates)
            .Select(record => new CandidateRow(record.Id, record.Reference, record.Stage, record.ReceivedOn)).ToListAsync(cancellationToken);
    }
}
