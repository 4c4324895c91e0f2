using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Web.Caching;
using Medway.LocalOffer.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;

namespace Medway.LocalOffer.Web;

/// <summary>Puts the application together; the command line and the migration tool use the same services.</summary>
internal static class HostBuilding
{
    public static void AddLocalOffer(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.Logging.AddQuietAddresses();
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.AddJsonConsole();
        }

        services.AddPlatform(builder.Configuration, Modules.All);
        services.AddSharedKeyRing();

        services.AddRazorPages(options => options.RootDirectory = "/Features")
            .AddMvcOptions(options => options.Filters.Add<OnlyHandledMethods>(order: int.MaxValue))
            .AddPagesOfModules();
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddAuthentication(NobodySignsInYet.Scheme)
            .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, NobodySignsInYet>(NobodySignsInYet.Scheme, null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new HoldsDeclaredPermissions()).Build());
        services.AddScoped<IAuthorizationHandler, HoldsDeclaredPermissionsHandler>();

        services.AddSingleton<PublicPageCachePolicy>();
        services.AddOutputCache(options => options.AddPolicy(PublicPageCachePolicy.Name, policy => policy.AddPolicy<PublicPageCachePolicy>(), true));
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
    }

    public static void UseLocalOffer(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseSecurityHeaders();
        app.UseRouting();
        app.UseLoginOfEndpointGroup();
        app.UseAuthentication();
        app.UseAuthorization();

        // Off for the bench, which measures what a page costs when nothing is remembered.
        if (app.Configuration["LOCALOFFER_OUTPUT_CACHE"] != "off")
        {
            app.UseOutputCache();
        }

        app.UseResponseCompression();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        foreach (var module in Modules.All)
        {
            module.MapEndpoints(app);
        }

        // Without it the fallback policy would answer 403 to every mistyped address.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
    }
}
