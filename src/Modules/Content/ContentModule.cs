using Medway.LocalOffer.Content.Markdown;
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
    public string Name => "content";

    public Type? DbContext => null;

    public IReadOnlyList<Permission> Permissions => [];

    public IReadOnlyList<AuditEvent> AuditEvents => [];

    public IReadOnlyList<Type> Seeders => [];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddPageText();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }

    public void BuildNavigation(NavigationBuilder navigation)
    {
    }
}
