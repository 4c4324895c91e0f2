using Medway.LocalOffer.Audit.Contracts;
using Medway.LocalOffer.Audit.Data;

namespace Medway.LocalOffer.Audit.Sealing;

/// <summary>Walks along the anchor file, which lies in the order of the seals, beside the chain. A seal without a line is no fault: each host writes its own file.</summary>
internal sealed class AnchorWalk(IAsyncEnumerator<AnchorLine?> lines)
{
    private AnchorLine? line;
    private bool started;
    private bool ended;

    public long Seen { get; private set; }

    public async Task<TrailFault?> MeetAsync(Seal seal)
    {
        if (!started)
        {
            started = true;
            if (await NextAsync(0) is { } fault)
            {
                return fault;
            }
        }

        if (line is null || line.Number > seal.Number)
        {
            return null;
        }

        return line == AnchorLine.Of(seal)
            ? await NextAsync(line.Number)
            : new TrailFault("Another seal with this number was written down outside the database: the chain was cut here and made anew.", line.FirstEntry, seal.Number, line.Day);
    }

    /// <param name="newestSeal">Where the chain in the database ends.</param>
    /// <param name="total">How many entries it holds.</param>
    public async Task<TrailFault?> EndAsync(long newestSeal, long total)
    {
        if (!started && await NextAsync(0) is { } unreadable)
        {
            return unreadable;
        }

        if (line is not { } missing)
        {
            return null;
        }

        var last = missing;
        while (line is not null)
        {
            last = line;
            if (await NextAsync(line.Number) is { } fault)
            {
                return fault;
            }
        }

        return new TrailFault(
            $"The chain was cut short after seal {newestSeal}: this entry and all that came after it are gone, {last.Total - total} entries.",
            missing.FirstEntry, missing.Number, missing.Day);
    }

    private async Task<TrailFault?> NextAsync(long after)
    {
        if (ended || !await lines.MoveNextAsync())
        {
            (line, ended) = (null, true);
            return null;
        }

        Seen++;
        line = lines.Current;
        if (line is null)
        {
            return new TrailFault($"Line {Seen} of the anchor file cannot be read.", null, null, null);
        }

        return line.Number > after
            ? null
            : new TrailFault($"Seal {line.Number} stands in the anchor file twice: the chain was cut here and made anew.", line.FirstEntry, line.Number, line.Day);
    }
}
