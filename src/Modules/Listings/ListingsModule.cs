using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Listings.Features.Api;
using Medway.LocalOffer.Listings.Features.Api.OpenReferral;
using Medway.LocalOffer.Listings.Features.ImportFeed;
using Medway.LocalOffer.Listings.Features.ImportServices;
using Medway.LocalOffer.Listings.Jobs;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Listings.Seeding;
using Medway.LocalOffer.Listings.Work;
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
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings;

/// <summary>What there is to find: organisations, the services they run and the places they run them at.</summary>
public sealed class ListingsModule : IModule
{
    internal const string SchemaName = ListingsDbContext.Schema;

    /// <summary>Cached pages that show anything of this module carry this tag.</summary>
    internal const string CacheTag = SchemaName;

    public string Name => SchemaName;

    public Type? DbContext => typeof(ListingsDbContext);

    public IReadOnlyList<Permission> Permissions => ListingsPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => ListingsAudit.All;

    public IReadOnlyList<Type> Seeders => [typeof(AreaSeeder), typeof(ReferenceSeeder), typeof(DemoServices), typeof(DemoDrafts), typeof(DemoTables)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings(LoadedDays.InsetDays);
        services.AddScoped<IDays, LoadedDays>();
        services.AddScoped<ServiceEntries>();
        services.AddScoped<LiveRecords>();
        services.AddScoped<RecordDrafts>();
        services.AddScoped<RecordRules>();
        services.AddScoped<RecordWriter>();
        services.AddScoped<ServiceChecks>();
        services.AddScoped<ServiceLoads>();
        services.AddScoped<IWorkItems, RecordsWork>();
        services.AddScoped<IOwnership, ServiceOwnership>();
        services.AddScoped<IPageMakers, ServiceMakers>();
        services.AddScoped<ILinkSource, ServiceLinks>();
        services.AddJob<RefreshEntriesJob>(every: TimeSpan.FromHours(1));
        services.AddJob<AskForChecksJob>(every: TimeSpan.FromHours(1));
        services.AddOccurrenceHandler<AskForCheck>();
        services.AddJob<TidyLoadsJob>(every: TimeSpan.FromHours(1));
        services.AddJob<LoadFileJob>();

        // The same pages without an id write a new one.
        services.PostConfigure<RazorPagesOptions>(options => options.Conventions
            .AddPageRoute("/Staff/WriteService/Index", "/staff/listings/services/new")
            .AddPageRoute("/Staff/WriteOrganisation/Index", "/staff/listings/organisations/new")
            .AddPageRoute("/Staff/WritePlace/Index", "/staff/listings/places/new"));
        services.AddScoped<ISampleRoutes, ListingsSampleRoutes>();
        services.AddModuleContext<ListingsDbContext>(Name);
        services.AddScoped<IImport, ListingsImport>();
        services.AddScoped<IImport, OpenReferralImport>();
        services.AddScoped<IImport, MappedImport>();
        services.AddScoped<ISearchEntries, ServiceSearchEntries>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapServiceFiles();
        endpoints.MapOpenReferral();
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Footer, "Open data for other websites", OpenReferralEndpoints.Root, 90, Permission.ReadPublished)
        .Add(NavigationArea.Staff, "Services", "/staff/listings/services", 100, ListingsPermissions.ReadRecords)
        .Add(NavigationArea.Staff, "Duplicates", "/staff/listings/duplicates", 110, ListingsPermissions.DecideRecords)
        .Add(NavigationArea.Staff, "Load services from a file", "/staff/listings/import", 120, ListingsPermissions.ImportServices)
        .Add(NavigationArea.Staff, "Take services out as a file", "/staff/listings/export", 121, ListingsPermissions.ExportServices);
}
