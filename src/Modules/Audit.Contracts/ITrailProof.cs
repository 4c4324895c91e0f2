namespace Medway.LocalOffer.Audit.Contracts;

/// <summary>What is wrong with the audit trail, at the first place where something is.</summary>
/// <param name="What">In words, for the person who runs the check.</param>
/// <param name="EntryId">The row; null when a whole seal is at fault.</param>
/// <param name="Seal">The seal that holds it; null for an entry that no seal holds.</param>
/// <param name="Day">The date in London of the seal, or of the entry itself.</param>
public sealed record TrailFault(string What, Guid? EntryId, long? Seal, DateOnly? Day);

/// <summary>What a check of the whole trail found.</summary>
/// <param name="Entries">Rows looked at.</param>
/// <param name="Waiting">Of these, not sealed yet.</param>
/// <param name="Unkeyed">Of these, written before rows carried a code.</param>
/// <param name="Seals">Links of the chain.</param>
/// <param name="NewestHash">Of the newest seal, in hex; the log has it too.</param>
/// <param name="Anchors">Seals written down outside the database; null when no file is configured.</param>
/// <param name="Fault">Null when everything is there and as it was written.</param>
public sealed record TrailVerdict(long Entries, long Waiting, long Unkeyed, long Seals, string? NewestHash, long? Anchors, TrailFault? Fault);

/// <summary>Proves that no row of the audit trail was changed, removed or added by hand.</summary>
public interface ITrailProof
{
    /// <summary>Reads everything once, in the same memory whatever its size. Stops at the first fault.</summary>
    Task<TrailVerdict> VerifyAsync(CancellationToken cancellationToken);
}
