using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeePathway;

/// <summary>Of one's own records: requests that nobody has looked at, panels that have met and left nothing written down, and a no without a meeting after it.</summary>
internal sealed class PathwayWork(EhcpDbContext context, TimeProvider clock) : IWorkItems
{
    private const int Most = 15;
    private const int DaysForMeeting = 60;

    private static readonly List<EventKind> Refusals = [EventKind.DecidedNotToAssess, EventKind.DecidedNotToIssue];

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken) =>
        actor.AccountId is { } own && actor.May(EhcpPermissions.Record)
            ? [.. await UndecidedAsync(own, cancellationToken), .. await UnscreenedAsync(own, cancellationToken), .. await WithoutMeetingAsync(own, cancellationToken)]
            : [];

    private async Task<IEnumerable<WorkItem>> UndecidedAsync(Guid own, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var found = await (
            from item in context.PanelItems.AsNoTracking()
            join panel in context.Panels on item.PanelId equals panel.Id
            join record in context.Records on item.RecordId equals record.Id
            where item.Outcome == null && panel.HeldOn < today && (record.CoordinatorId == own || record.CoverId == own)
            orderby panel.HeldOn, item.Id
            select new { panel.Id, record.Reference, record.NextOn, panel.HeldOn }).Take(Most).ToListAsync(cancellationToken);
        return found.Select(one => new WorkItem(
            "Panel has met", one.Reference, $"The panel of {one.HeldOn.Long()} heard it, and what it said is not written down.", one.NextOn, $"/staff/ehcp/panels/{one.Id}", "Write it down", "i-people"));
    }

    private async Task<IEnumerable<WorkItem>> UnscreenedAsync(Guid own, CancellationToken cancellationToken)
    {
        var stages = PanelRules.StagesFor(PanelKind.Stage1).ToList();
        var found = await context.Records.AsNoTracking()
            .Where(record => (record.CoordinatorId == own || record.CoverId == own) && stages.Contains(record.Stage) && !context.Screenings.Any(one => one.RecordId == record.Id))
            .OrderBy(record => record.ReceivedOn).ThenBy(record => record.Id).Take(Most)
            .Select(record => new { record.Id, record.Reference, record.NextOn }).ToListAsync(cancellationToken);
        return found.Select(record => new WorkItem(
            "New request", record.Reference, "Nobody has looked yet whether the panel can hear it.", record.NextOn, $"/staff/ehcp/records/{record.Id}/screening/new", "Look at it", "i-eye"));
    }

    private async Task<IEnumerable<WorkItem>> WithoutMeetingAsync(Guid own, CancellationToken cancellationToken)
    {
        var since = clock.Today().AddDays(-DaysForMeeting);
        var found = await context.Records.AsNoTracking()
            .Where(record => (record.CoordinatorId == own || record.CoverId == own) && (record.Stage == Stage.NotAssessed || record.Stage == Stage.NoPlan)
                && context.Events.Any(one => one.RecordId == record.Id && one.WithdrawnAt == null && Refusals.Contains(one.Kind) && one.HappenedOn >= since)
                && !context.WayForwardMeetings.Any(one => one.RecordId == record.Id))
            .OrderBy(record => record.ReceivedOn).ThenBy(record => record.Id).Take(Most)
            .Select(record => new { record.Id, record.Reference }).ToListAsync(cancellationToken);
        return found.Select(record => new WorkItem(
            "After a no", record.Reference, "Offer the family a meeting about the way forward.", null, $"/staff/ehcp/records/{record.Id}/way-forward/new", "Write it down", "i-people"));
    }
}
