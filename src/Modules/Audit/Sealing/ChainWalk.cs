using Medway.LocalOffer.Audit.Contracts;
using Medway.LocalOffer.Audit.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.Audit.Sealing;

/// <summary>Takes the seals with their entries, in order, and says what is wrong at the first place where something is.</summary>
internal sealed class ChainWalk(AuditMac macs, IKeyedDigests digests, AnchorWalk anchors) : IDisposable
{
    private Seal? open;
    private SealHash? hash;
    private int position;
    private byte[] previousHash = SealHash.BeforeTheFirst;
    private long previousTotal;

    public long Entries { get; private set; }

    public long Waiting { get; private set; }

    public long Unkeyed { get; private set; }

    public long Seals { get; private set; }

    public string? NewestHash { get; private set; }

    /// <param name="held">Null when the seal holds nothing any more.</param>
    /// <param name="entry">Null when the row is gone.</param>
    public async Task<TrailFault?> TakeAsync(Seal seal, SealedEntry? held, AuditEntry? entry)
    {
        if (open?.Number != seal.Number && (Close() ?? await OpenAsync(seal)) is { } broken)
        {
            return broken;
        }

        if (held is null)
        {
            return null;
        }

        if (held.Position != position++)
        {
            return Fault(seal, $"An entry was removed, and the note that it was sealed: place {position} in seal {seal.Number}, before this entry.", held.EntryId);
        }

        if (entry is null)
        {
            return Fault(seal, "This entry was removed.", held.EntryId);
        }

        if (WrongWith(entry) is { } wrong)
        {
            return Fault(seal, wrong, held.EntryId);
        }

        hash!.Add(entry.Id, entry.Mac);
        return null;
    }

    public async Task<TrailFault?> EndAsync() => Close() ?? await anchors.EndAsync(Seals, previousTotal);

    /// <returns>What is wrong with an entry that no seal holds yet; null when nothing is.</returns>
    public string? TakeWaiting(AuditEntry entry)
    {
        Waiting++;
        return WrongWith(entry);
    }

    public void Dispose() => hash?.Dispose();

    private static TrailFault Fault(Seal seal, string what, Guid? entry = null) => new(what, entry, seal.Number, seal.Day);

    private string? WrongWith(AuditEntry entry)
    {
        Entries++;
        if (entry.Mac.Length == 0)
        {
            Unkeyed++;
            return entry.At < AuditMac.Began ? null : "This entry has no code: it was added by hand.";
        }

        return macs.Holds(entry) ? null : "This entry does not match its code: it was changed, or added by hand.";
    }

    private async Task<TrailFault?> OpenAsync(Seal seal)
    {
        (open, position) = (seal, 0);
        hash?.Dispose();
        hash = new SealHash(previousHash);
        if (seal.Number != Seals + 1)
        {
            return new TrailFault($"Seal {Seals + 1} was removed, with what it held.", null, Seals + 1, null);
        }

        if (!SealHash.MacOf(seal, digests).AsSpan().SequenceEqual(seal.Mac))
        {
            return Fault(seal, "This seal does not match its code: it was changed, or added by hand.");
        }

        if (!seal.PreviousHash.AsSpan().SequenceEqual(previousHash) || seal.Total != previousTotal + seal.Entries)
        {
            return Fault(seal, "This seal does not follow the one before it.");
        }

        (previousHash, previousTotal, Seals, NewestHash) = (seal.Hash, seal.Total, seal.Number, Convert.ToHexStringLower(seal.Hash));
        return await anchors.MeetAsync(seal);
    }

    private TrailFault? Close()
    {
        if (open is null)
        {
            return null;
        }

        if (position != open.Entries)
        {
            return Fault(open, $"This seal was put on {open.Entries} entries; the notes of {open.Entries - position} of them were removed from its end.", open.LastEntry);
        }

        return hash!.End().AsSpan().SequenceEqual(open.Hash) ? null : Fault(open, "The entries of this seal are not those that were sealed, or stand in another order.");
    }
}
