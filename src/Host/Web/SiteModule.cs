using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web;
using Medway.LocalOffer.Platform.Web.Frame;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Web.Features.ErrorPages;
using Medway.LocalOffer.Web.Features.Staff;
using Medway.LocalOffer.Web.Features.Staff.ConfirmFacts;
using Medway.LocalOffer.Web.Features.Staff.ListJobs;
using Medway.LocalOffer.Web.Health;

namespace Medway.LocalOffer.Web;

/// <summary>The host's own pages: home, errors and health, and the staff pages of what Platform has. It owns no data.</summary>
internal sealed class SiteModule : IModule
{
    public string Name => "site";

    public Type? DbContext => null;

    public IReadOnlyList<Permission> Permissions => SitePermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => SiteAudit.All;

    public IReadOnlyList<Type> Seeders => [typeof(SettingSeeder), typeof(CalendarSeeder)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatformWeb();
        services.AddHealth();
        services.AddScoped<IWorkItems, FailedJobsWork>();
        services.AddScoped<IWorkItems, FactsToConfirmWork>();
        services.AddScoped<ISampleRoutes, SiteSampleRoutes>();
        services.AddSingleton<ISampleRoutes, ErrorSampleRoutes>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealth();

        // Where people look for them first, and where they once stood.
        foreach (var (address, page) in new[] { ("/accessibility", "/about/accessibility-statement"), ("/privacy", "/about/privacy") })
        {
            endpoints.MapGet(address, () => Results.Redirect(page, permanent: true)).AllowAnonymous();
        }

        // Asked by the script that warns before a session ends; being asked at all keeps it.
        foreach (var (place, permission) in new[]
        {
            (Inside.Staff, SitePermissions.KeepStaffSession),
            (Inside.Provider, SitePermissions.KeepProviderSession),
            (Inside.My, SitePermissions.KeepFamilySession),
        })
        {
            endpoints.MapGet(InsideFrames.StillHere(place), () => Results.NoContent()).WithMetadata(permission);
        }
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Footer, "How easy is this site to use?", "/about/accessibility-statement", 10, Permission.ReadPublished)
        .Add(NavigationArea.Footer, "Privacy", "/about/privacy", 20, Permission.ReadPublished)
        .Add(NavigationArea.Staff, "My work", "/staff", 10, SitePermissions.SeeWork)
        .Add(NavigationArea.Staff, "Files loaded", "/staff/imports", 800, SitePermissions.ReadImports)
        .Add(NavigationArea.Staff, "Calendars", "/staff/calendars", 850, SitePermissions.ReadCalendars)
        .Add(NavigationArea.Staff, "Settings", "/staff/settings", 900, SitePermissions.ReadSettings)
        .Add(NavigationArea.Staff, "Jobs", "/staff/jobs", 910, SitePermissions.RunJobs);
}
