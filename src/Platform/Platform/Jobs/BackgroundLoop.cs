using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Platform.Jobs;

/// <summary>Takes one turn after the other until the host stops. A turn that fails is logged and tried again, a little later each time.</summary>
#pragma warning disable RS0030 // The one place that may: the job runner, the outbox and the notice listener derive from it.
internal abstract partial class BackgroundLoop(ILogger logger) : BackgroundService
#pragma warning restore RS0030
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Does what there is to do and then waits for more.</summary>
    protected abstract Task TurnAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts without waiting for the first turn.
        await Task.Yield();
        var pause = TimeSpan.FromSeconds(1);
        while (!stoppingToken.IsCancellationRequested)
        {
            var failure = await ErrorBoundary.RunAsync(() => TurnAsync(stoppingToken), stoppingToken);
            if (failure is null)
            {
                pause = TimeSpan.FromSeconds(1);
                continue;
            }

            Failed(logger, failure, GetType().Name, pause.TotalSeconds);
            await Task.Delay(pause, stoppingToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Loop} failed and starts again in {Seconds} s")]
    private static partial void Failed(ILogger logger, Exception exception, string loop, double seconds);
}
