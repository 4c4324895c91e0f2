using Medway.LocalOffer.Audit.Contracts;
using Medway.LocalOffer.Audit.Data;
using Medway.LocalOffer.Audit.Domain;
using Medway.LocalOffer.Audit.Sealing;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Audit;

/// <summary>Who did and who saw what: proof that it is all there, and the pages that show it.</summary>
public sealed class AuditModule : IModule
{
    public string Name => AuditDbContext.Schema;

    public Type? DbContext => typeof(AuditDbContext);

    public IReadOnlyList<Permission> Permissions => AuditPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => Audit.AuditEvents.All;

    public IReadOnlyList<Type> Seeders => [];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<AuditDbContext>(Name);
        services.AddSingleton<AnchorFile>();
        services.AddSingleton<EventWords>();
        services.AddSingleton<Sealer>();
        services.AddScoped<ITrailProof, TrailProof>();
        services.AddScoped<IWhoLooked, WhoLooked>();
        services.AddScoped<IPersonalData, PersonalData>();
        services.AddJob<SealJob>(SealJob.Every);
        services.AddJob<SealRestJob>(SealRestJob.Every);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }

    public void BuildNavigation(NavigationBuilder navigation) =>
        navigation.Add(NavigationArea.Staff, "Who did what", "/staff/audit", 900, AuditPermissions.Read);
}
