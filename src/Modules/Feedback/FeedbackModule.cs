using Medway.LocalOffer.Feedback.Complaints;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Domain;
using Medway.LocalOffer.Feedback.Features.GiveFeedback;
using Medway.LocalOffer.Feedback.Features.Published;
using Medway.LocalOffer.Feedback.Keeping;
using Medway.LocalOffer.Feedback.Seeding;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Feedback;

/// <summary>What people tell us about the site and what we do about it.</summary>
public sealed class FeedbackModule : IModule
{
    public string Name => FeedbackDbContext.Schema;

    public Type? DbContext => typeof(FeedbackDbContext);

    public IReadOnlyList<Permission> Permissions => FeedbackPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => FeedbackAudit.All;

    public IReadOnlyList<Type> Seeders => [typeof(DemoComments), typeof(DemoThemes), typeof(DemoComplaints), typeof(DemoWorkingGroup)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<FeedbackDbContext>(Name);
        services.AddSettings(FeedbackSettings.All);
        services.AddScoped<IWorkItems, FeedbackWork>();
        services.AddScoped<ISampleRoutes, FeedbackSamples>();
        services.AddScoped<IKpiSource, FeedbackKpis>();
        services.AddScoped<IKpiSource, WorkingGroupKpis>();
        services.AddScoped<IYouSaid, OwnYouSaid>();
        services.AddScoped<YouSaidSearch>();
        services.AddScoped<ISearchEntries, YouSaidSearch>();
        services.AddScoped<ComplaintClock>();
        services.AddScoped<OwnPages>();
        services.AddScoped<KeptLongEnough>();
        services.AddJob<EraseKeptJob>(every: TimeSpan.FromDays(1));
        services.AddSingleton<FeedbackLimits>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // Pages carry their own routes.
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Footer, "Tell us what is wrong or missing", "/feedback", 15, Permission.ReadPublished)
        .Add(NavigationArea.Footer, ThemeWords.Title, "/you-said-we-did", 16, Permission.ReadPublished)
        .Add(NavigationArea.Footer, "Make a complaint", "/complain", 17, Permission.ReadPublished)
        .Add(NavigationArea.Staff, "Feedback", "/staff/feedback", 320, FeedbackPermissions.Answer)
        .Add(NavigationArea.Staff, "Comments to read first", "/staff/feedback/moderate", 321, FeedbackPermissions.Moderate)
        .Add(NavigationArea.Staff, "Comments that somebody is worried about", "/staff/feedback/worries", 322, FeedbackPermissions.Worries)
        .Add(NavigationArea.Staff, "Themes and answers", "/staff/feedback/themes", 323, FeedbackPermissions.Themes)
        .Add(NavigationArea.Staff, ComplaintWords.HomeTitle(ComplaintKind.Service), ComplaintWords.Home(ComplaintKind.Service), 324, FeedbackPermissions.Complaints)
        .Add(NavigationArea.Staff, ComplaintWords.HomeTitle(ComplaintKind.DataProtection), ComplaintWords.Home(ComplaintKind.DataProtection), 324, FeedbackPermissions.DataComplaints)
        .Add(NavigationArea.Staff, "Working group of parents and young people", "/staff/feedback/working-group", 325, FeedbackPermissions.WorkingGroup)
        .Add(NavigationArea.Staff, "How long feedback is kept", "/staff/feedback/keeping", 326, FeedbackPermissions.Keeping);
}
