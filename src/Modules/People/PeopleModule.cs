using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.People;

/// <summary>Who people are, and how they may safely be reached.</summary>
public sealed class PeopleModule : IModule
{
    public string Name => "people";

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
