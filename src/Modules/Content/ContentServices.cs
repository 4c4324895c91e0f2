using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Features.Staff.OldAddresses;
using Medway.LocalOffer.Content.Features.ViewPage;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Jobs;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Content.Seeding;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Frame;
using Medway.LocalOffer.Platform.Work;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Content;

internal static class ContentServices
{
    /// <summary>Later than every address that is spelled out, before the answer that there is nothing.</summary>
    private const int AfterEverythingElse = 1_000_000;

    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddModuleContext<ContentDbContext>(ContentModule.SchemaName);
        services.AddScoped<Opening>();
        services.AddScoped<Publishing>();
        services.AddScoped<PublishedPages>();
        services.AddScoped<TakingDown>();
        services.AddScoped<Readiness>();
        services.AddScoped<Revisions>();
        services.AddScoped<DocumentMaking>();
        services.AddScoped<Tree>();
        services.AddScoped<SeedWriter>();
        services.AddScoped<FlowTrail>();
        services.AddScoped<Checking>();
        services.AddScoped<CheckReminders>();
        services.AddScoped<AskedChecks>();
        services.AddOccurrenceHandler<RemindOfCheck>();
        services.AddScoped<Previews>();
        services.AddScoped<IReviewedPages, ReviewedPages>();
        services.AddScoped<IScope, DocumentScope>();
        services.AddScoped<IPublished, AlertTurns>();
        services.AddScoped<IPublished>(provider => provider.GetRequiredService<CheckReminders>());
        services.AddScoped<IWorkItems, ContentWork>();
        services.AddScoped<IOwnership, ContentOwnership>();
        services.AddScoped<IPageMakers, PageMakers>();
        services.AddScoped<IUnknownFacts, PageFacts>();
        services.AddScoped<IImport, RedirectsImport>();
        services.AddJob<TidyContentJob>(every: TimeSpan.FromDays(1));
        services.AddJob<PlanChecksJob>(every: TimeSpan.FromDays(1));
        services.AddJob<PublishScheduledJob>();
        services.AddJob<TakeDownPlannedJob>();
        services.AddJob<AlertTurnJob>();
        services.AddScoped<PageSurroundings>();
        services.AddSingleton<MissedPaths>();
        services.AddScoped<IGlossary, LiveGlossary>();
        services.AddScoped<ISearchEntries, PageSearchEntries>();
        services.AddScoped<ISampleRoutes, ContentSampleRoutes>();

        // One instance is both what hears of changes and what the frame asks.
        services.AddNoticeHandler<FrameContents>();
        services.AddSingleton<IFramePart>(provider => provider.GetServices<INoticeHandler>().OfType<FrameContents>().Single());

        services.Configure<RouteOptions>(options => options.ConstraintMap[OnlyReading.Name] = typeof(OnlyReading));

        // After all else: the framework begins its list of conventions anew when it is set up.
        services.PostConfigure<RazorPagesOptions>(options => options.Conventions.AddPageRouteModelConvention("/ViewPage/Index", model =>
        {
            foreach (var selector in model.Selectors)
            {
                selector.AttributeRouteModel!.Order = AfterEverythingElse;
            }
        }));
    }
}
