using Medway.LocalOffer.Audit.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Audit;

public sealed class AuditModule : IModule
{
    public string Name => AuditDbContext.Schema;

    public Type? DbContext => typeof(AuditDbContext);

    public IReadOnlyList<Permission> Permissions => AuditPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => [];

    public IReadOnlyList<Type> Seeders => [];

    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddModuleContext<AuditDbContext>(Name);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }

    public void BuildNavigation(NavigationBuilder navigation)
    {
    }
}
