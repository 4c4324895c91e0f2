using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medway.LocalOffer.Platform.Events;

public static class EventServices
{
    /// <summary>Says that <typeparamref name="THandler"/> wants every <typeparamref name="TEvent"/>.</summary>
    public static IServiceCollection AddEventHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : notnull
        where THandler : class, IHandleEvent<TEvent>
    {
        services.TryAddScoped<THandler>();
        return services.AddSingleton<EventSubscription>(new EventSubscription<TEvent, THandler>());
    }
}

/// <summary>One handler of one kind of event, without its types.</summary>
internal abstract record EventSubscription(string EventName, string Handler)
{
    public abstract Task HandleAsync(IServiceProvider services, string payload, CancellationToken cancellationToken);
}

internal sealed record EventSubscription<TEvent, THandler>()
    : EventSubscription(EventNameAttribute.Of(typeof(TEvent)), typeof(THandler).FullName!)
    where TEvent : notnull
    where THandler : class, IHandleEvent<TEvent>
{
    public override Task HandleAsync(IServiceProvider services, string payload, CancellationToken cancellationToken) =>
        services.GetRequiredService<THandler>()
            .HandleAsync(JsonSerializer.Deserialize<TEvent>(payload, JsonSerializerOptions.Web)!, cancellationToken);
}
