using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features;

/// <summary>A record with everything that its dates follow from.</summary>
/// <param name="Events">All, those that were taken back too, in the order in which they happened.</param>
/// <param name="Child">Null when People does not know the id any more.</param>
internal sealed record ReadRecord(EhcRecord Record, IReadOnlyList<EhcEvent> Events, Person? Child, IReadOnlyList<Happening> Happened, IReadOnlyList<DueDate> Dates);

/// <summary>The one way in which a record is read: pages, operations and the family's own page see the same dates.</summary>
internal sealed class RecordReader(EhcpDbContext context, IPeople people, WorkingDays workingDays, TimeProvider clock)
{
    /// <param name="recordId">Of a record that the caller may see.</param>
    /// <param name="believedAt">As it was believed at this moment; null is now.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<ReadRecord?> ReadAsync(Guid recordId, DateTimeOffset? believedAt, CancellationToken cancellationToken)
    {
        var record = await context.Records.SingleOrDefaultAsync(record => record.Id == recordId, cancellationToken);
        if (record is null)
        {
            return null;
        }

        var events = await context.Events.Where(one => one.RecordId == recordId).OrderBy(one => one.HappenedOn).ThenBy(one => one.RecordedAt).ToListAsync(cancellationToken);
        var child = (await people.FindAsync([record.ChildId], cancellationToken)).GetValueOrDefault(record.ChildId);
        var moment = believedAt ?? clock.GetUtcNow();
        var history = Of(record, events, child);
        return new ReadRecord(record, events, child, history.AsBelievedAt(moment), StatutoryClock.DatesOf(history, moment, UkTime.DateIn(moment), workingDays));
    }

    /// <summary>Works out the dates again after the events have changed, and keeps the next one on the record.</summary>
    public void Follow(EhcRecord record, IReadOnlyList<EhcEvent> events, Person? child)
    {
        var now = clock.GetUtcNow();
        var history = Of(record, events, child);
        record.Follow(history.AsBelievedAt(now), StatutoryClock.DatesOf(history, now, UkTime.DateIn(now), workingDays));
    }

    /// <summary>As if these events were not known.</summary>
    public ReadRecord Without(ReadRecord read, IReadOnlyCollection<Guid> eventIds)
    {
        List<EhcEvent> events = [.. read.Events.Where(one => !eventIds.Contains(one.Id))];
        var now = clock.GetUtcNow();
        var history = Of(read.Record, events, read.Child);
        return read with { Events = events, Happened = history.AsBelievedAt(now), Dates = StatutoryClock.DatesOf(history, now, UkTime.DateIn(now), workingDays) };
    }

    private static History Of(EhcRecord record, IEnumerable<EhcEvent> events, Person? child) =>
        new(child?.BornOn, record.ReceivedOn, [.. events.Select(one => one.AsHappening())]);
}
