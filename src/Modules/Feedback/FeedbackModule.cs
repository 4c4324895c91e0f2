using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Feedback;

/// <summary>What people tell us about the site and what we do about it.</summary>
public sealed class FeedbackModule : IModule
{
    public string Name => "feedback";

    public Type? DbContext => null;

    public IReadOnlyList<Permission> Permissions => [];

    public IReadOnlyList<AuditEvent> AuditEvents => [];

    public IReadOnlyList<Type> Seeders => [];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }

    public void BuildNavigation(NavigationBuilder navigation)
    {
    }
}
