using Medway.LocalOffer.Improvement.Audits;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Duties;
using Medway.LocalOffer.Improvement.Evidence;
using Medway.LocalOffer.Improvement.Features.Packs;
using Medway.LocalOffer.Improvement.Features.Progress;
using Medway.LocalOffer.Improvement.Features.Staff.AddEvidence;
using Medway.LocalOffer.Improvement.Features.Staff.LoadFigures;
using Medway.LocalOffer.Improvement.Features.Staff.LoadPlan;
using Medway.LocalOffer.Improvement.Figures;
using Medway.LocalOffer.Improvement.Leads;
using Medway.LocalOffer.Improvement.Reminders;
using Medway.LocalOffer.Improvement.Seals;
using Medway.LocalOffer.Improvement.Seeding;
using Medway.LocalOffer.Improvement.Voices;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement;

/// <summary>The partnership's improvement plan as living data: what is late, and what has not yet changed anything for a child.</summary>
public sealed class ImprovementModule : IModule
{
    /// <summary>Of the cached public page.</summary>
    internal const string CacheTag = "improvement";

    public string Name => ImprovementDbContext.Schema;

    public Type? DbContext => typeof(ImprovementDbContext);

    public IReadOnlyList<Permission> Permissions => [.. ImprovementPermissions.All, .. KpiPermissions.All, .. AuditPermissions.All, .. VoicePermissions.All];

    public IReadOnlyList<AuditEvent> AuditEvents => [.. ImprovementAudit.All, .. KpiAudit.All, .. AuditsAudit.All, .. VoicesAudit.All];

    public IReadOnlyList<Type> Seeders =>
        [typeof(PlanSeeder), typeof(KpiSeeder), typeof(DemoUpdates), typeof(DemoVoices), typeof(DemoBoard), typeof(DemoProgress), typeof(DemoAudits), typeof(DemoFigures), typeof(DemoPlan)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<ImprovementDbContext>(Name);
        services.AddScoped<PartReader>();
        services.AddScoped<UpdateChain>();
        services.AddScoped<EvidenceShelf>();
        services.AddScoped<PackReader>();
        services.AddScoped<PackFigures>();
        services.AddScoped<PackVoices>();
        services.AddScoped<LeadReader>();
        services.AddScoped<IOwnership, LeadOwnership>();
        services.AddScoped<DutyReader>();
        services.AddOccurrenceHandler<LookAtDuties>();
        services.AddScoped<UpdateLadder>();
        services.AddScoped<SilentParts>();
        services.AddOccurrenceHandler<AskForUpdates>();
        services.AddScoped<YoungVoices>();
        services.AddScoped<VoiceMap>();
        services.AddScoped<CharterReader>();
        services.AddScoped<IWorkItems, VoiceWork>();
        services.AddScoped<ISampleRoutes, VoiceWork>();
        services.AddScoped<ProgressSearch>();
        services.AddScoped<ISearchEntries, ProgressSearch>();
        services.AddScoped<IWorkItems, ImprovementWork>();
        services.AddScoped<ISampleRoutes, ImprovementWork>();
        AddNumbers(services);
    }

    private static void AddNumbers(IServiceCollection services)
    {
        services.AddScoped<KpiReader>();
        services.AddScoped<LiveFigures>();
        services.AddJob<TakeFiguresJob>(TakeFiguresJob.Every);
        services.AddSettings(NationalFigures.Settings);
        services.AddScoped<IKpiSource, PlanKpis>();
        services.AddScoped<AuditCounts>();
        services.AddScoped<AgencyReader>();
        services.AddScoped<IKpiSource, AuditKpis>();
        services.AddScoped<IWorkItems, AuditWork>();
        services.AddScoped<ISampleRoutes, AuditWork>();
        services.AddScoped<ISampleRoutes, KpiSampleRoutes>();
        services.AddScoped<IImport, PlanImport>();
        services.AddScoped<IImport, PartnerFiguresImport>();
        services.AddScoped<IImport, NationalFiguresImport>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        EvidenceEndpoint.Map(endpoints);
        PackEndpoint.Map(endpoints);
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Footer, ProgressWords.Title, "/progress", 9, Permission.ReadPublished)
        .Add(NavigationArea.Staff, "Improvement plan", "/staff/improvement", 500, ImprovementPermissions.See)
        .Add(NavigationArea.Staff, "Numbers of the improvement plan", "/staff/improvement/kpis", 501, ImprovementPermissions.See)
        .Add(NavigationArea.Staff, "Audits of quality", "/staff/improvement/audits", 502, ImprovementPermissions.See)
        .Add(NavigationArea.Staff, "Who was asked about the plan", "/staff/improvement/engagement", 503, ImprovementPermissions.See);
}
