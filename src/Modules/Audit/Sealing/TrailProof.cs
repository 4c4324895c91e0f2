using System.Data;
using Medway.LocalOffer.Audit.Contracts;
using Medway.LocalOffer.Audit.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Audit.Sealing;

/// <summary>Walks along the chain with its entries and with the anchor file beside it, then over what is not sealed yet.</summary>
internal sealed class TrailProof(AuditDbContext context, AuditMac macs, IKeyedDigests digests, AnchorFile anchors) : ITrailProof
{
    /// <summary>A trail of years takes a while to read.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    public async Task<TrailVerdict> VerifyAsync(CancellationToken cancellationToken)
    {
        context.Database.SetCommandTimeout(Patience);

        // One picture for all the queries: the site goes on writing and sealing meanwhile.
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var newest = await context.Seals.MaxAsync(seal => (long?)seal.Number, cancellationToken) ?? 0;
        await using var lines = anchors.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var walk = new AnchorWalk(lines);
        using var chain = new ChainWalk(macs, digests, walk);

        var fault = await SealedAsync(chain, cancellationToken)
            ?? await chain.EndAsync()
            ?? await LostSealAsync(newest, cancellationToken)
            ?? await WaitingAsync(chain, cancellationToken);
        return new TrailVerdict(
            chain.Entries, chain.Waiting, chain.Unkeyed, chain.Seals, chain.NewestHash, anchors.Path is null ? null : walk.Seen, fault);
    }

    private async Task<TrailFault?> SealedAsync(ChainWalk chain, CancellationToken cancellationToken)
    {
        var rows =
            from seal in context.Seals.AsNoTracking()
            from held in context.SealedEntries.Where(held => held.SealNumber == seal.Number).DefaultIfEmpty()
            from entry in context.Entries.Where(entry => entry.Id == held!.EntryId).DefaultIfEmpty()
            orderby seal.Number, held!.Position
            select new { Seal = seal, Held = held, Entry = entry };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (await chain.TakeAsync(row.Seal, row.Held, row.Entry) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>The notes of what a seal held are left, and the seal is gone.</summary>
    private async Task<TrailFault?> LostSealAsync(long newest, CancellationToken cancellationToken)
    {
        var held = await context.SealedEntries.AsNoTracking().Where(held => held.SealNumber > newest)
            .OrderBy(held => held.SealNumber).ThenBy(held => held.Position).FirstOrDefaultAsync(cancellationToken);
        return held is null ? null : new TrailFault("The seal of this entry was removed.", held.EntryId, held.SealNumber, null);
    }

    private async Task<TrailFault?> WaitingAsync(ChainWalk chain, CancellationToken cancellationToken)
    {
        var rows = context.Entries.Where(entry => !context.SealedEntries.Any(held => held.EntryId == entry.Id)).OrderBy(entry => entry.At);
        await foreach (var entry in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (chain.TakeWaiting(entry) is { } wrong)
            {
                return new TrailFault(wrong, entry.Id, null, UkTime.DateIn(entry.At));
            }
        }

        return null;
    }
}
