using System.Text.Json;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Seals;

/// <param name="Links">Links of the chain.</param>
/// <param name="Broken">Updates that are not as they were written, in words.</param>
internal sealed record ChainCheck(int Links, IReadOnlyList<string> Broken);

/// <summary>
/// Seals each update to the one before it, with a key that the database does not hold: whoever changes or removes a row there cannot mend the chain.
/// </summary>
internal sealed class UpdateChain(ImprovementDbContext context, IKeyedDigests digests)
{
    private const string Purpose = "improvement-updates";

    /// <summary>Adds the seal of an update to the caller's save; updates are sealed one after the other.</summary>
    public async Task SealAsync(PartUpdate update, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync("improvement.updates", cancellationToken);
        var last = await context.Seals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(cancellationToken);
        var number = (last?.Number ?? 0) + 1;
        context.Seals.Add(new UpdateSeal { Number = number, UpdateId = update.Id, Digest = Digest(number, update, last?.Digest) });
    }

    public async Task<ChainCheck> CheckAsync(CancellationToken cancellationToken)
    {
        var seals = await context.Seals.AsNoTracking().OrderBy(seal => seal.Number).ToListAsync(cancellationToken);
        var updates = await context.Updates.AsNoTracking().ToDictionaryAsync(update => update.Id, cancellationToken);
        var references = await context.Parts.ToDictionaryAsync(part => part.Id, part => part.Reference, cancellationToken);
        List<string> broken = [];
        var expected = 1;
        byte[]? before = null;
        foreach (var seal in seals)
        {
            for (; expected < seal.Number; expected++)
            {
                broken.Add($"Number {expected}: its seal is gone");
                before = null;
            }

            if (!updates.Remove(seal.UpdateId, out var update))
            {
                broken.Add($"Number {seal.Number}: the update is gone");
            }
            else if (!(before is null && seal.Number > 1) && !Digest(seal.Number, update, before).AsSpan().SequenceEqual(seal.Digest))
            {
                broken.Add($"Number {seal.Number}: an update of part {references[update.PartId]} for the board of {update.Board:yyyy-MM-dd} is not what was written");
            }

            before = seal.Digest;
            expected = seal.Number + 1;
        }

        broken.AddRange(updates.Values.Select(update => $"An update of part {references[update.PartId]} for the board of {update.Board:yyyy-MM-dd} has no seal"));
        return new(seals.Count, broken);
    }

    /// <summary>The database keeps instants a little less exactly than they were made: milliseconds are the same in both.</summary>
    private byte[] Digest(int number, PartUpdate update, byte[]? before) => [.. digests.Of(Purpose, JsonSerializer.SerializeToUtf8Bytes(new
    {
        number,
        before = before is null ? "" : Convert.ToHexStringLower(before),
        update.Id,
        update.PartId,
        update.Board,
        update.StepsDone,
        update.Done,
        update.Difference,
        update.Next,
        update.Voice,
        update.NoVoice,
        At = update.At.ToUnixTimeMilliseconds(),
        update.By,
    }))];
}
