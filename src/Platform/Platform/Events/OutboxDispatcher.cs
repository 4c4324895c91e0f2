namespace Medway.LocalOffer.Platform.Events;

/// <summary>Delivers waiting events to their handlers.</summary>
public sealed class OutboxDispatcher
{
    /// <summary>Delivers what is due until nothing is left; failures are recorded, not thrown.</summary>
    /// <returns>How many events were delivered to all their handlers.</returns>
    public Task<int> DispatchAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
