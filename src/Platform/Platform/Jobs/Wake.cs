using System.Threading.Channels;
using Medway.LocalOffer.Platform.Notices;

namespace Medway.LocalOffer.Platform.Jobs;

/// <summary>Wakes a loop that waits for work: when a notice says there is some, or after a while all the same.</summary>
/// <param name="tag">The notice that the table's trigger sends at commit.</param>
internal abstract class Wake(string tag) : INoticeHandler
{
    /// <summary>Longest sleep; retries and due times that pass send no notice.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public string TagPrefix { get; } = tag;

    public Task OnNoticeAsync(string tag, CancellationToken cancellationToken)
    {
        calls.Writer.TryWrite(true);
        return Task.CompletedTask;
    }

    public Task OnMissedAsync(CancellationToken cancellationToken) => OnNoticeAsync(TagPrefix, cancellationToken);

    public async Task SleepAsync(CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(Longest);
        await Task.WhenAny(calls.Reader.WaitToReadAsync(enough.Token).AsTask());
        calls.Reader.TryRead(out _);
        cancellationToken.ThrowIfCancellationRequested();
    }
}

internal sealed class JobsWake() : Wake("wake.jobs");

internal sealed class OutboxWake() : Wake("wake.outbox");
