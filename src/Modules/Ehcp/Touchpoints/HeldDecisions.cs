using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>
/// Nobody reads a no before their own notice of it has arrived, and that leaves only after a call: until then their page, and every other text to them, stand
/// where they stood before the decision.
/// </summary>
internal sealed class HeldDecisions(EhcpDbContext context, RecordReader reader, IPeople people)
{
    public static bool IsNo(EventKind kind) => kind is EventKind.DecidedNotToAssess or EventKind.DecidedNotToIssue or EventKind.DecidedToCease or EventKind.DecidedNotToReassess;

    /// <param name="told">The decision that this text is about; null for none.</param>
    /// <returns>The record as this person may know it.</returns>
    public async Task<ReadRecord> AsToldAsync(ReadRecord read, Guid personId, Guid? told, CancellationToken cancellationToken)
    {
        List<Guid> decisions = [.. read.Happened.Where(one => IsNo(one.Kind) && one.Id != told).Select(one => one.Id)];
        if (decisions.Count == 0)
        {
            return read;
        }

        var notices = await context.Touchpoints.AsNoTracking().Where(one => one.EventId != null && decisions.Contains(one.EventId.Value))
            .Select(one => new { EventId = one.EventId!.Value, one.PersonId, IsMade = one.State == TouchpointState.Made, IsEnded = one.NotNeededBecause != null }).ToListAsync(cancellationToken);
        var ids = await people.RecordsOfAsync(personId, cancellationToken);
        List<Guid> held = [];
        foreach (var decision in decisions)
        {
            var all = notices.FindAll(notice => notice.EventId == decision);
            var own = all.FindAll(notice => ids.Contains(notice.PersonId));

            // Somebody who only stands by has no notice of their own, and reads it when the first of the others does.
            var counted = own.Count > 0 ? own : all;
            if (!counted.Exists(notice => notice.IsMade) && (counted.Count == 0 || !counted.TrueForAll(notice => notice.IsEnded)))
            {
                held.Add(decision);
            }
        }

        return held.Count == 0 ? read : reader.Without(read, held);
    }
}
