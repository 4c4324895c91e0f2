namespace Medway.LocalOffer.Platform.Events;

/// <summary>
/// Acts on an event of another module. Runs in a scope and a transaction of its own, as a job under the private login; the transaction also
/// records that this handler has had this event, so that an event delivered twice is handled once. Whatever it does outside the database
/// (a message, a file) can still happen twice. Events come in the order they were written, unless one failed and is tried again later.
/// </summary>
/// <typeparam name="TEvent">A record in the publisher's Contracts: ids and dates only.</typeparam>
public interface IHandleEvent<in TEvent>
{
    Task HandleAsync(TEvent @event, CancellationToken cancellationToken);
}
