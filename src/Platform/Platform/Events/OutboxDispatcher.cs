using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Platform.Events;

/// <summary>
/// Delivers waiting events to their handlers: at least once, in the order they were written, one host at a time. An event that fails waits
/// and the next goes on.
/// </summary>
public sealed partial class OutboxDispatcher
{
    /// <summary>About half a day of tries; then somebody has to look.</summary>
    internal const int MaxAttempts = 16;

    private readonly OutboxTable table;
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly ILogger<OutboxDispatcher> logger;
    private readonly ILookup<string, EventSubscription> subscriptions;

    internal OutboxDispatcher(
        OutboxTable table,
        IServiceScopeFactory scopes,
        IEnumerable<EventSubscription> subscriptions,
        TimeProvider clock,
        ILogger<OutboxDispatcher> logger)
    {
        this.table = table;
        this.scopes = scopes;
        this.clock = clock;
        this.logger = logger;
        this.subscriptions = subscriptions.Distinct().ToLookup(subscription => subscription.EventName, StringComparer.Ordinal);
    }

    /// <summary>Delivers what is due until nothing is left; failures are recorded, not thrown.</summary>
    /// <returns>How many events were delivered to all their handlers; 0 when another host is at it.</returns>
    public Task<int> DispatchAsync(CancellationToken cancellationToken = default) => table.AloneAsync(
        async () =>
        {
            var delivered = 0;
            while (await table.ClaimAsync(cancellationToken) is { } claimed)
            {
                delivered += await DeliverAsync(claimed, cancellationToken) ? 1 : 0;
            }

            return delivered;
        },
        cancellationToken);

    private async Task<bool> DeliverAsync(ClaimedEvent claimed, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        foreach (var subscription in subscriptions[claimed.Name])
        {
            // The other handlers get it all the same; the inbox keeps those that had it from having it twice.
            failure = await ErrorBoundary.RunAsync(() => HandleAsync(claimed, subscription, cancellationToken), cancellationToken) ?? failure;
        }

        if (failure is null)
        {
            await table.DeliveredAsync(claimed, cancellationToken);
            return true;
        }

        Failed(logger, failure, claimed.Name, claimed.Id, claimed.Attempt);
        var error = ErrorText.Of(failure);
        await (claimed.Attempt < MaxAttempts
            ? table.RetryAsync(claimed, error, clock.GetUtcNow() + Backoff.After(claimed.Attempt), cancellationToken)
            : table.FailedAsync(claimed, error, cancellationToken));
        return false;
    }

    private async Task HandleAsync(ClaimedEvent claimed, EventSubscription subscription, CancellationToken cancellationToken)
    {
        using var transaction = OneTransaction.Begin();
        if (!await table.NoteAsync(claimed, subscription.Handler, cancellationToken))
        {
            return;
        }

        await using (var scope = scopes.CreateFor(ActorKind.Job, claimed.Name))
        {
            await subscription.HandleAsync(scope.ServiceProvider, claimed.Payload, cancellationToken);
        }

        transaction.Complete();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {Name} {Id} was not delivered in attempt {Attempt}")]
    private static partial void Failed(ILogger logger, Exception exception, string name, Guid id, int attempt);
}
