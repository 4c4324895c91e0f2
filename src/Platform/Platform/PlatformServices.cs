using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medway.LocalOffer.Platform;

public static class PlatformServices
{
    /// <summary>
    /// Registers Platform and every module: it calls each module's <see cref="IModule.AddServices"/> itself, so the host calls only this.
    /// </summary>
    /// <param name="services">Of the host.</param>
    /// <param name="configuration">
    /// <c>ConnectionStrings:LocalOffer</c>; <c>Jobs:Enabled</c> (default true) runs jobs and delivers events in this host;
    /// <c>Notices:Enabled</c> (default true) listens for other hosts' changes.
    /// </param>
    /// <param name="modules">The host's literal list; migrations, seeders and menus follow its order.</param>
    public static IServiceCollection AddPlatform(
        this IServiceCollection services,
        IConfiguration configuration,
        IReadOnlyList<IModule> modules)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(modules);
        services.AddSingleton<Databases>();
        services.AddScoped<CurrentLogin>();
        services.AddScoped<Actor>();
        services.AddMediation(modules.Select(module => module.GetType().Assembly).Distinct());

        services.AddSingleton<Migrator>();
        services.AddSingleton<SeedFiles>();
        services.AddSingleton<Seeder>();
        services.AddScoped<AuditTrail>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<JobRunner>();
        services.AddScoped<ImportRuns>();
        services.AddSingleton<SettingsRegistry>();
        services.AddScoped<Settings.Settings>();
        services.AddScoped<SettingsWriter>();

        var navigation = new NavigationBuilder();
        foreach (var module in modules)
        {
            module.AddServices(services, configuration);
            module.BuildNavigation(navigation);
            foreach (var seeder in module.Seeders)
            {
                services.TryAddScoped(seeder);
            }
        }

        services.AddSingleton(navigation.Entries);
        return services;
    }
}
