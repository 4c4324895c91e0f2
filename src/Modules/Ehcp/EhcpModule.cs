using Medway.LocalOffer.Ehcp.Absences;
using Medway.LocalOffer.Ehcp.CommandLine;
using Medway.LocalOffer.Ehcp.Contracts;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Ehcp.Features.My.AnswerPlan;
using Medway.LocalOffer.Ehcp.Features.My.ReadPlan;
using Medway.LocalOffer.Ehcp.Features.My.SeeOwnRecords;
using Medway.LocalOffer.Ehcp.Features.My.TellHowItWas;
using Medway.LocalOffer.Ehcp.Features.Numbers;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.Ehcp.Features.Reviews;
using Medway.LocalOffer.Ehcp.Features.Staff.DueWork;
using Medway.LocalOffer.Ehcp.Features.Staff.ListLateAdvice;
using Medway.LocalOffer.Ehcp.Features.Staff.ListMyAdvice;
using Medway.LocalOffer.Ehcp.Features.Staff.ListReviews;
using Medway.LocalOffer.Ehcp.Features.Staff.SeePathway;
using Medway.LocalOffer.Ehcp.Features.Staff.TellHealth;
using Medway.LocalOffer.Ehcp.Seeding;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.CommandLine;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp;

/// <summary>From the request for an assessment to the plan and its reviews: dates, and who acts next.</summary>
public sealed class EhcpModule : IModule
{
    public string Name => EhcpDbContext.Schema;

    public Type? DbContext => typeof(EhcpDbContext);

    public IReadOnlyList<Permission> Permissions => EhcpPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => EhcpAudit.All;

    public IReadOnlyList<Type> Seeders => [typeof(CatalogueSeeder), typeof(DemoRecords), typeof(DemoPanels), typeof(DemoPlans), typeof(DemoQuestions), typeof(DemoAnswers), typeof(DemoCalls)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<EhcpDbContext>(Name);
        services.AddSettings(DeemedService.Settings);
        services.AddScoped<RecordReader>();
        services.AddScoped<Parties>();
        services.AddScoped<Viewers>();
        services.AddTouchpoints();
        services.AddScoped<OwnAsks>();
        services.AddScoped<Covering>();
        services.AddScoped<HandingOver>();
        services.AddOccurrenceHandler<Covering>();
        services.AddScoped<IOwnership, CoverOwnership>();
        services.AddScoped<ISendRule, RecordSendRule>();
        services.AddScoped<IMyCards, OwnRecordsCard>();
        services.AddScoped<IScope, RecordScope>();
        services.AddScoped<IRecordFinder, RecordFinder>();
        services.AddScoped<IPersonScopes, PersonScopes>();
        services.AddScoped<IWorkItems, DueWork>();
        services.AddScoped<IWorkItems, PathwayWork>();
        services.AddScoped<IWorkItems, LateAdviceWork>();
        services.AddScoped<FactsReader>();
        services.AddScoped<LedgerReader>();
        services.AddScoped<IKpiSource, EhcpKpis>();
        services.AddScoped<IAuditFrame, AuditFrame>();
        services.AddScoped<LateAdvice>();
        services.AddScoped<IWorkItems, MyAdviceWork>();
        services.AddScoped<IOwnership, RecordOwnership>();
        services.AddScoped<IOwnership, AdviceOwnership>();
        services.AddScoped<IPersonalData, PersonalData>();
        services.AddScoped<INeedsNames, NeedsNames>();
        services.AddScoped<ISampleRoutes, EhcpSampleRoutes>();
        AddPlans(services);
    }

    /// <summary>Texts of plans, reviews, where children are taught, and what the command line does.</summary>
    private static void AddPlans(IServiceCollection services)
    {
        services.AddScoped<AllClocks>();
        services.AddScoped<ICommandLineVerb, ClocksVerb>();
        services.AddScoped<PlanReader>();
        services.AddScoped<FamilyAnswered>();
        services.AddScoped<IMyCards, PlanCards>();
        services.AddScoped<IWorkItems, PlanWork>();
        services.AddScoped<ReviewDates>();
        services.AddScoped<IWorkItems, ReviewWork>();
        services.AddScoped<CurrentSettings>();
        services.AddScoped<IWorkItems, HealthWork>();
        services.AddScoped<IPersonalData, PlanPersonalData>();
        services.AddScoped<ISampleRoutes, PlanSampleRoutes>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // Pages carry their own routes.
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Staff, "Your EHC day", "/staff/ehcp/day", 89, EhcpPermissions.Record)
        .Add(NavigationArea.Staff, "EHC records", "/staff/ehcp/records", 90, EhcpPermissions.List)
        .Add(NavigationArea.Staff, "EHC panels", "/staff/ehcp/panels", 91, EhcpPermissions.ReadPanels)
        .Add(NavigationArea.Staff, "Advice we wait for", "/staff/ehcp/advice", 92, EhcpPermissions.List)
        .Add(NavigationArea.Staff, "Advice asked of you", "/staff/ehcp/my-advice", 94, EhcpPermissions.GiveAdvice)
        .Add(NavigationArea.Staff, "EHC performance", "/staff/ehcp/performance", 93, EhcpPermissions.Performance)
        .Add(NavigationArea.Staff, "EHC reviews", "/staff/ehcp/reviews", 92, EhcpPermissions.List)
        .Add(NavigationArea.Staff, "Plans you help with", "/staff/ehcp/my-provision", 94, EhcpPermissions.OwnProvision)
        .Add(NavigationArea.Staff, "Questions of families", "/staff/ehcp/questions", 95, EhcpPermissions.Oversee)
        .Add(NavigationArea.Staff, "Officers who are away", "/staff/ehcp/absences", 97, EhcpPermissions.Absences)
        .Add(NavigationArea.Staff, "What families say about EHC plans", "/staff/ehcp/feedback", 96, EhcpPermissions.ReadFeedback)
        .Add(NavigationArea.My, "Where we are", "/my/ehc-plan", 805, EhcpPermissions.Own);
}
