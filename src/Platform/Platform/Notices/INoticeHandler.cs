using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medway.LocalOffer.Platform.Notices;

/// <summary>Forgets what this host remembers when another host changed it. One instance a host.</summary>
public interface INoticeHandler
{
    /// <summary>It hears of tags that start so; "" hears of all.</summary>
    string TagPrefix { get; }

    Task OnNoticeAsync(string tag, CancellationToken cancellationToken);

    /// <summary>The listener (re)connected or lost its connection: notices may have been missed, so everything may have changed.</summary>
    Task OnMissedAsync(CancellationToken cancellationToken);
}

public static class NoticeServices
{
    public static IServiceCollection AddNoticeHandler<THandler>(this IServiceCollection services)
        where THandler : class, INoticeHandler
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeHandler, THandler>());
        return services;
    }
}
