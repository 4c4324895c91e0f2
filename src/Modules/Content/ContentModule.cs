using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Features.Found;
using Medway.LocalOffer.Content.Links;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Content.Media;
using Medway.LocalOffer.Content.Seeding;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Content;

/// <summary>Pages, guides, news and events, and how they are kept true.</summary>
public sealed class ContentModule : IModule
{
    internal const string SchemaName = ContentDbContext.Schema;

    /// <summary>Cached pages that show anything of this module carry this tag.</summary>
    internal const string CacheTag = IPageVoices.CacheTag;

    public string Name => SchemaName;

    public Type? DbContext => typeof(ContentDbContext);

    public IReadOnlyList<Permission> Permissions => ContentPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => [.. ContentAudit.All, .. MediaAudit.All];

    public IReadOnlyList<Type> Seeders => [typeof(ContentSeeder), typeof(DemoPictures), typeof(DemoEditing)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDocuments();
        services.AddLinkChecker();
        services.AddMedia(configuration);
        services.AddPageText();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFound();
        endpoints.MapMedia();
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Footer, "Questions people ask", "/questions", 5, Permission.ReadPublished)
        .Add(NavigationArea.Footer, "Hard words", "/words", 6, Permission.ReadPublished)
        .Add(NavigationArea.Footer, "News", "/news", 7, Permission.ReadPublished)
        .Add(NavigationArea.Footer, "Events", "/events", 8, Permission.ReadPublished)
        .Add(NavigationArea.Staff, "Pages", "/staff/content/pages", 300, ContentPermissions.Write)
        .Add(NavigationArea.Staff, "Pictures and files", "/staff/content/media", 312, ContentPermissions.Write)
        .Add(NavigationArea.Staff, "Links to other sites", "/staff/content/links", 330, ContentPermissions.Addresses)
        .Add(NavigationArea.Staff, "What has to be here", "/staff/content/coverage", 310, ContentPermissions.Coverage);
}
