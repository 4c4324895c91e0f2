using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Platform;

public static class PlatformServices
{
    /// <summary>Jobs that one host runs at a time.</summary>
    private const int JobsAtOnce = 2;

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
        services.AddSingleton<PermissionRegistry>();
        services.AddProtection();
        services.AddMediation(modules.Select(module => module.GetType().Assembly).Distinct());

        services.AddSingleton<Migrator>();
        services.AddSingleton<SeedFiles>();
        services.AddSingleton<Seeder>();
        services.AddScoped<AuditTrail>();
        services.AddSingleton(provider => new AuditMac(provider.GetRequiredService<IKeyedDigests>()));
        services.AddScoped(provider => new AuditedReads(
            provider.GetRequiredService<PlatformDbContext>(), provider.GetRequiredService<AuditTrail>()));
        services.AddScoped<ImportRuns>();
        services.AddScoped(provider => new OneTimeLinks(
            provider.GetRequiredService<PlatformDbContext>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new KeptForms.KeptForms(
            provider.GetRequiredService<PlatformDbContext>(),
            provider.GetRequiredService<IDataProtectionProvider>(),
            provider.GetRequiredService<IKeyedDigests>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new Erasure.ErasureLedger(provider.GetRequiredService<PlatformDbContext>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Backups.Backups>();
        AddEvents(services);
        AddJobs(services);
        AddSettings(services);
        AddNotices(services);
        services.AddCalendars();
        services.AddSingleton<Occurrences.Occurrences>();
        services.AddSingleton<OccurrenceTable>();
        services.AddFiles(configuration);
        AddBackground(services, configuration);
        AddModules(services, configuration, modules);
        return services;
    }

    // Factories here and below, because the constructors of public types take internal ones and so cannot be public.
    private static void AddEvents(IServiceCollection services)
    {
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxTable>();
        services.AddSingleton(provider => new OutboxDispatcher(
            provider.GetRequiredService<OutboxTable>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetServices<EventSubscription>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OutboxDispatcher>>()));
    }

    private static void AddJobs(IServiceCollection services)
    {
        services.AddSingleton<JobQueue>();
        services.AddSingleton<JobTable>();
        services.AddSingleton(provider => new JobRunner(
            provider.GetRequiredService<JobTable>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetServices<JobDefinition>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<JobRunner>>()));
    }

    private static void AddSettings(IServiceCollection services)
    {
        services.AddSingleton<SettingsRegistry>();
        services.AddSingleton<SettingsSnapshot>();
        services.AddScoped(provider => new Settings.Settings(
            provider.GetRequiredService<SettingsSnapshot>(),
            provider.GetRequiredService<SettingsRegistry>(),
            provider.GetRequiredService<CurrentLogin>()));
        services.AddScoped(provider => new SettingsWriter(
            provider.GetRequiredService<PlatformDbContext>(),
            provider.GetRequiredService<SettingsSnapshot>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddNotices(IServiceCollection services)
    {
        services.AddSingleton<JobsWake>();
        services.AddSingleton<OutboxWake>();

        services.AddSingleton<INoticeHandler>(provider => provider.GetRequiredService<SettingsSnapshot>());
        services.AddSingleton<INoticeHandler>(provider => provider.GetRequiredService<JobsWake>());
        services.AddSingleton<INoticeHandler>(provider => provider.GetRequiredService<OutboxWake>());
    }

    private static void AddBackground(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetValue("Notices:Enabled", true))
        {
            services.AddHostedService<NoticeListener>();
        }

        if (configuration.GetValue("Jobs:Enabled", true))
        {
            services.AddHostedService<OutboxLoop>();
            foreach (var _ in Enumerable.Range(0, JobsAtOnce))
            {
                services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<JobLoop>(provider));
            }
        }
    }

    private static void AddModules(IServiceCollection services, IConfiguration configuration, IReadOnlyList<IModule> modules)
    {
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

        // After every module's own: a page rendered once the old one is dropped must already see what the others forgot.
        services.AddSingleton<CachedPages>();
        services.AddNoticeHandler<OutputCacheEviction>();
    }
}
