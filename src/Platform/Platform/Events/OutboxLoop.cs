using Medway.LocalOffer.Platform.Jobs;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Platform.Events;

internal sealed class OutboxLoop(OutboxDispatcher dispatcher, OutboxWake wake, ILogger<OutboxLoop> logger) : BackgroundLoop(logger)
{
    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        await dispatcher.DispatchAsync(cancellationToken);
        await wake.SleepAsync(cancellationToken);
    }
}
