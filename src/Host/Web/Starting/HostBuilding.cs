using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Web.Caching;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.KeptForms;
using Medway.LocalOffer.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Medway.LocalOffer.Web;

/// <summary>Puts the application together; the command line and the migration tool use the same services.</summary>
internal static class HostBuilding
{
    /// <summary>Bytes.</summary>
    private const int LongestRequestLine = 512 * 1024;

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
        services.AddSignInByAddress();
        services.AddAntiforgery(options => ProtectForms(options, IsPlainHttp(builder)));
        services.Configure<CookieTempDataProviderOptions>(options => ProtectSaying(options.Cookie, IsPlainHttp(builder)));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new HoldsDeclaredPermissions()).Build());
        services.AddScoped<IAuthorizationHandler, HoldsDeclaredPermissionsHandler>();

        services.AddSingleton<PageGeneration>();
        services.AddSingleton<PublicPageCachePolicy>();
        services.AddOutputCache(options => options.AddPolicy(PublicPageCachePolicy.Name, policy => policy.AddPolicy<PublicPageCachePolicy>(), true));
        services.AddResponseCompression(options => options.EnableForHttps = true);

        // A link to a list may hold thousands of services: its reader deserves a page that says so, not a broken connection.
        services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestLineSize = LongestRequestLine);
        builder.AddKnownProxies();
    }

    /// <summary>In development, and where a browser test says so.</summary>
    private static bool IsPlainHttp(IHostApplicationBuilder builder) =>
        builder.Environment.IsDevelopment() || (!builder.Environment.IsProduction() && builder.Configuration.GetValue("Site:PlainHttp", false));

    /// <summary>Over plain http antiforgery cannot insist on a Secure cookie, and the prefix __Host- demands one.</summary>
    private static void ProtectForms(AntiforgeryOptions options, bool plainHttp)
    {
        options.Cookie.Name = plainHttp ? "lo-af" : "__Host-lo-af";
        options.Cookie.SecurePolicy = plainHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";

        // The policy of the whole site says frame-ancestors 'none', which is newer and stricter.
        options.SuppressXFrameOptionsHeader = true;
    }

    /// <summary>What was done, told to the page that opens next: for the person who did it, and once.</summary>
    private static void ProtectSaying(CookieBuilder cookie, bool plainHttp)
    {
        cookie.Name = plainHttp ? Saying.CookieName : $"__Host-{Saying.CookieName}";
        cookie.SecurePolicy = plainHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.HttpOnly = true;
        cookie.Path = "/";
    }

    public static void UseLocalOffer(this WebApplication app)
    {
        app.UseKnownProxies();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseSecurityHeaders();
        app.UseRouting();
        app.UseLoginOfEndpointGroup();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseKeptForms();
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
