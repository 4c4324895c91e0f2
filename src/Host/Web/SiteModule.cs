using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web;
using Medway.LocalOffer.Web.Health;

namespace Medway.LocalOffer.Web;

/// <summary>The host's own pages: home, accessibility, privacy, errors and health. It owns no data.</summary>
internal sealed class SiteModule : IModule
{
    public string Name => "site";

    public Type? DbContext => null;

    public IReadOnlyList<Permission> Permissions => [];

    public IReadOnlyList<AuditEvent> AuditEvents => [];

    public IReadOnlyList<Type> Seeders => [typeof(SettingSeeder)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatformWeb();
        services.AddHealth();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealth();

        // Searches have no end; the services they find are linked from everywhere.
        endpoints.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /search?\n")).AllowAnonymous();
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Public, "Things to do", "/search?kind=things_to_do", 20, Permission.ReadPublished)
        .Add(NavigationArea.Public, "Short breaks", "/search?kind=breaks_and_care", 30, Permission.ReadPublished)
        .Add(NavigationArea.Footer, "How easy is this site to use?", "/accessibility", 10, Permission.ReadPublished)
        .Add(NavigationArea.Footer, "Privacy", "/privacy", 20, Permission.ReadPublished);
}
