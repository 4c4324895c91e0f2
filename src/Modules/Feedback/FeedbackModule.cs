using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Features.GiveFeedback;
using Medway.LocalOffer.Feedback.Seeding;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
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

    public IReadOnlyList<Type> Seeders => [typeof(DemoComments)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<FeedbackDbContext>(Name);
        services.AddScoped<IWorkItems, FeedbackWork>();
        services.AddScoped<ISampleRoutes, FeedbackWork>();
        services.AddScoped<IKpiSource, FeedbackKpis>();
        services.AddSingleton<FeedbackLimits>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // Pages carry their own routes.
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Footer, "Tell us what is wrong or missing", "/feedback", 15, Permission.ReadPublished)
        .Add(NavigationArea.Staff, "Feedback", "/staff/feedback", 320, FeedbackPermissions.Answer);
}
