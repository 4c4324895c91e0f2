using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Features.Staff.AddEvidence;
using Medway.LocalOffer.Improvement.Seeding;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement;

/// <summary>The partnership's improvement plan as living data: what is late, and what has not yet changed anything for a child.</summary>
public sealed class ImprovementModule : IModule
{
    public string Name => ImprovementDbContext.Schema;

    public Type? DbContext => typeof(ImprovementDbContext);

    public IReadOnlyList<Permission> Permissions => ImprovementPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => ImprovementAudit.All;

    public IReadOnlyList<Type> Seeders => [typeof(PlanSeeder), typeof(DemoUpdates)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<ImprovementDbContext>(Name);
        services.AddScoped<PartReader>();
        services.AddScoped<IWorkItems, ImprovementWork>();
        services.AddScoped<ISampleRoutes, ImprovementWork>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => EvidenceEndpoint.Map(endpoints);

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Staff, "Improvement plan", "/staff/improvement", 500, ImprovementPermissions.See);
}
