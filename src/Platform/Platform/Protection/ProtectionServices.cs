using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Notices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Protection;

internal static class ProtectionServices
{
    /// <summary>Nothing here reads the master key before something must be encrypted, opened or digested: tools build the services without one.</summary>
    public static IServiceCollection AddProtection(this IServiceCollection services)
    {
        services.AddSingleton(provider => MasterKey.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider => new KeyWrapping(
            provider.GetRequiredService<MasterKey>(), MasterKey.ReadOld(provider.GetRequiredService<IConfiguration>())));
        services.AddSingleton(provider => new DataKeys(
            provider.GetRequiredService<Databases>(), provider.GetRequiredService<KeyWrapping>, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<INoticeHandler>(provider => provider.GetRequiredService<DataKeys>());
        services.AddSingleton<FieldCipher>();
        services.AddSingleton<KeyedDigests>();
        services.AddSingleton<IKeyedDigests>(provider => provider.GetRequiredService<KeyedDigests>());
        services.AddSingleton<IBlindIndex>(provider => provider.GetRequiredService<KeyedDigests>());
        services.AddSingleton<EncryptedTables>();
        services.AddScoped(provider => new KeyRotation(
            provider.GetRequiredService<PlatformDbContext>(),
            provider.GetRequiredService<KeyWrapping>(),
            provider.GetRequiredService<DataKeys>(),
            provider.GetRequiredService<JobQueue>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
