using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Events;

/// <summary>Publishes events to other modules: written in the caller's own save, delivered at least once after it has committed.</summary>
public sealed class Outbox(TimeProvider clock)
{
    /// <summary>Adds the event to <paramref name="context"/>; the caller's own SaveChanges writes it.</summary>
    /// <param name="context">The context that makes the change. Its model must have called <c>MapSharedTables</c>.</param>
    /// <param name="event">A record with an <see cref="EventNameAttribute"/>: ids and dates only, never a name or a need.</param>
    public void Publish<TEvent>(DbContext context, TEvent @event)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(context);
        var now = clock.GetUtcNow();
        context.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            Name = EventNameAttribute.Of(typeof(TEvent)),
            Payload = JsonSerializer.Serialize(@event, JsonSerializerOptions.Web),
            At = now,
            DueAt = now,
        });
    }
}
