using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Numbers;

/// <summary>Reads what can be counted, and nothing that says whose it is.</summary>
internal sealed class FactsReader(EhcpDbContext context)
{
    private static readonly List<EventKind> Counted =
    [
        EventKind.HeardAtPanel, EventKind.DecidedToAssess, EventKind.DecidedNotToAssess, EventKind.AdviceRequested, EventKind.AdviceReceived,
        EventKind.DecidedToIssue, EventKind.DecidedNotToIssue, EventKind.DraftServed, EventKind.FinalSent, EventKind.ExceptionClaimed, EventKind.Appealed,
        EventKind.ReviewMeetingHeld, EventKind.ReviewDecidedToKeep, EventKind.AmendmentServed, EventKind.AmendedFinalSent, EventKind.DecidedNotToAmend, EventKind.DecidedToCease, EventKind.PlanTransferredIn,
        .. Enum.GetValues<EventKind>().Where(kind => Stages.Leaves(kind) || Sequence.Overturns(kind) is not null),
    ];

    /// <param name="records">Those that the caller may count.</param>
    public async Task<IReadOnlyList<RecordFacts>> ReadAsync(IQueryable<EhcRecord> records, CancellationToken cancellationToken) =>
        [.. (await ByIdAsync(records, cancellationToken)).Select(record => record.Value)];

    /// <inheritdoc cref="ReadAsync"/>
    public async Task<IReadOnlyList<KeyValuePair<Guid, RecordFacts>>> ByIdAsync(IQueryable<EhcRecord> records, CancellationToken cancellationToken)
    {
        var rows = await records.AsNoTracking().OrderBy(record => record.ReceivedOn).ThenBy(record => record.Id)
            .Select(record => new { record.Id, record.ReceivedOn, record.IsOver }).ToListAsync(cancellationToken);
        var events = (await context.Events.AsNoTracking()
                .Where(one => one.WithdrawnAt == null && Counted.Contains(one.Kind) && records.Any(record => record.Id == one.RecordId))
                .OrderBy(one => one.HappenedOn).ThenBy(one => one.RecordedAt)
                .Select(one => new { one.RecordId, one.Kind, one.HappenedOn, one.Adviser, one.LimitCode }).ToListAsync(cancellationToken))
            .ToLookup(one => one.RecordId, one => new Fact(one.Kind, one.HappenedOn, one.Adviser, one.LimitCode));
        return [.. rows.Select(row => KeyValuePair.Create(row.Id, new RecordFacts(row.ReceivedOn, row.IsOver, [.. events[row.Id]])))];
    }
}
