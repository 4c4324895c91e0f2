using Medway.LocalOffer.Ehcp.Contracts;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Numbers;

/// <summary>Reads ids, and the days that decide whether they belong to a period.</summary>
internal sealed class AuditFrame(EhcpDbContext context) : IAuditFrame
{
    private static readonly List<EventKind> Ends = [.. Enum.GetValues<EventKind>().Where(Stages.Closes)];

    public async Task<IReadOnlyList<AuditUnit>> UnitsAsync(AuditFrameKind kind, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var events = context.Events.Where(one => one.WithdrawnAt == null);
        var units = kind switch
        {
            AuditFrameKind.NewPlans => await events.Where(one => one.Kind == EventKind.FinalSent)
                .GroupBy(one => one.RecordId).Where(record => record.Min(one => one.HappenedOn) >= from && record.Min(one => one.HappenedOn) <= until)
                .Select(record => new AuditUnit(record.Key, record.Key, record.Min(one => one.HappenedOn))).ToListAsync(cancellationToken),
            AuditFrameKind.Reviews => await events.Where(one => one.Kind == EventKind.ReviewMeetingHeld && one.HappenedOn >= from && one.HappenedOn <= until)
                .Select(one => new AuditUnit(one.Id, one.RecordId, one.HappenedOn)).ToListAsync(cancellationToken),
            _ => await context.Records
                .Where(record => record.ReceivedOn <= until && !events.Any(one => one.RecordId == record.Id && Ends.Contains(one.Kind) && one.HappenedOn < from))
                .Select(record => new AuditUnit(record.Id, record.Id, record.ReceivedOn)).ToListAsync(cancellationToken),
        };
        return [.. units.OrderBy(unit => unit.Id)];
    }
}
