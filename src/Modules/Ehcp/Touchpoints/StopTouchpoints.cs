using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Events;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>After a death nothing waits any more that was to be told to that person, or about them.</summary>
internal sealed class StopTouchpoints(TouchpointData data) : IHandleEvent<PersonDied>
{
    public Task HandleAsync(PersonDied @event, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@event);
        return data.DiedAsync(@event.PersonId, cancellationToken);
    }
}
