using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Frame;
using Medway.LocalOffer.Platform.Web.KeptForms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Web;

public static class WebServices
{
    /// <summary>What pages and the theme share: the frames, the icons, and forms that come back.</summary>
    public static IServiceCollection AddPlatformWeb(this IServiceCollection services)
    {
        services.AddSettings(SiteSettings.All);
        services.AddSingleton<SiteLinks>();
        services.AddScoped<SiteFrames>();
        services.AddScoped(provider => provider.GetRequiredService<SiteFrames>().Current());
        services.AddHttpContextAccessor();
        services.AddScoped<InsideFrames>();
        services.AddSingleton<Icons.Icons>();
        services.AddScoped<KeptFormFilter>();
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.AddService<KeptFormFilter>();
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.ModelMetadataDetailsProviders.Add(new EmptyTextIsText());
        });
        return services;
    }
}
