using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Web;

public static class WebServices
{
    /// <summary>What pages and the theme share: the frame and the icons.</summary>
    public static IServiceCollection AddPlatformWeb(this IServiceCollection services)
    {
        services.AddSettings(SiteSettings.All);
        services.AddScoped<SiteFrames>();
        services.AddScoped(provider => provider.GetRequiredService<SiteFrames>().Current());
        services.AddSingleton<Icons.Icons>();
        return services;
    }
}
