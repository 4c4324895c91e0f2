using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Features.Panel;
using Medway.LocalOffer.CoDesign.Features.Panel.HearPart;
using Medway.LocalOffer.CoDesign.Features.Staff.ChooseParts;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.CoDesign.Seeding;
using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.CoDesign;

/// <summary>Young people look at our pages, say what they think without saying who they are, and everybody sees what changed.</summary>
public sealed class CoDesignModule : IModule
{
    /// <summary>Cached pages that show anything of this module carry this tag.</summary>
    internal const string CacheTag = CoDesignDbContext.Schema;

    public string Name => CoDesignDbContext.Schema;

    public Type? DbContext => typeof(CoDesignDbContext);

    public IReadOnlyList<Permission> Permissions => CoDesignPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => CoDesignAudit.All;

    public IReadOnlyList<Type> Seeders => [typeof(DemoPanels)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<CoDesignDbContext>(Name);
        services.AddSettings(CoDesignSettings.All);
        services.AddSingleton<PanelLimit>();
        services.AddSingleton<Cards>();
        services.AddScoped<Seats>();
        services.AddScoped<CardMaking>();
        services.AddScoped<Counting>();
        services.AddScoped<Withdrawal>();
        services.AddScoped<WorryAlert>();
        services.AddScoped<Recordings>();
        services.AddScoped<DraftParts>();
        services.AddScoped<IPageVoices, PanelVoices>();
        services.AddScoped<IYouSaid, PanelSaid>();
        services.AddScoped<IWorkItems, PanelWork>();
        services.AddScoped<IKpiSource, PanelKpis>();
        services.AddScoped<IOwnership, PanelOwnership>();
        services.AddScoped<ISampleRoutes, CoDesignSampleRoutes>();
        services.AddJob<TidyPanelJob>(every: TimeSpan.FromDays(1));
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => HearPartEndpoint.Map(endpoints);

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Footer, "Young people's panel", "/panels", 12, Permission.ReadPublished)
        .Add(NavigationArea.Staff, "Young people's panel", "/staff/codesign/rounds", 322, CoDesignPermissions.Read);
}
