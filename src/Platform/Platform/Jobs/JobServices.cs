using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medway.LocalOffer.Platform.Jobs;

public static class JobServices
{
    /// <summary>Makes a kind of job known to the runner.</summary>
    /// <param name="services">Of the host.</param>
    /// <param name="every">Runs by itself this long after its last run ended; null runs only when enqueued.</param>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services, TimeSpan? every = null)
        where TJob : class, IJob
    {
        services.TryAddScoped<TJob>();
        return services.AddSingleton(new JobDefinition(TJob.Kind, typeof(TJob), every, TJob.MaxAttempts));
    }
}

internal sealed record JobDefinition(string Kind, Type Type, TimeSpan? Every, int MaxAttempts);
