using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features;
using Medway.LocalOffer.Search.Features.Counting;
using Medway.LocalOffer.Search.Features.FindHelp;
using Medway.LocalOffer.Search.Features.RebuildProjection;
using Medway.LocalOffer.Search.Features.Staff.Score;
using Medway.LocalOffer.Search.Features.SuggestWords;
using Medway.LocalOffer.Search.Jobs;
using Medway.LocalOffer.Search.Seeding;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Search;

/// <summary>Finding things: the projection, the reading of queries, the results page, saved lists, and what staff learn from searches.</summary>
public sealed class SearchModule : IModule
{
    public string Name => SearchDbContext.Schema;

    public Type? DbContext => typeof(SearchDbContext);

    public IReadOnlyList<Permission> Permissions => SearchPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => SearchAudit.All;

    public IReadOnlyList<Type> Seeders => [typeof(SynonymSeeder), typeof(PlaceSeeder), typeof(JudgementSeeder), typeof(WordSeeder), typeof(DemoSearches)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<SearchDbContext>(Name);
        services.AddSingleton<SearchDatabase>();
        services.AddSingleton<SearchKnowledge>();
        services.AddSingleton<SuggestionSource>();
        services.AddSingleton<CardShelf>();
        services.AddSingleton<SearchReader>();
        services.AddSingleton<SearchLadder>();
        services.AddSingleton<Speller>();
        services.AddSingleton<SearchTally>();
        services.AddSingleton(provider => KeptNames.Read(provider.GetRequiredService<SeedFiles>()));
        services.AddSingleton<SearchesOnce>();
        services.AddSingleton<SearchCachePolicy>();
        services.AddSingleton<PublicForms>();
        services.Configure<OutputCacheOptions>(options => options.AddPolicy(SearchCachePolicy.Name, policy => policy.AddPolicy<SearchCachePolicy>(), true));
        services.AddSingleton<RelevanceToday>();
        services.AddScoped<Relevance>();
        services.AddScoped<ISearchProjection, SearchProjection>();
        services.AddScoped<ISampleRoutes, SearchSampleRoutes>();
        services.AddJob<RebuildWordsJob>(every: TimeSpan.FromHours(1));
        services.AddJob<AddUpCountsJob>(every: TimeSpan.FromHours(12));
        services.AddJob<RebuildProjectionJob>();
        services.AddNoticeHandler<SearchChanged>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSuggest();
        endpoints.MapOpened();
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Public, "Find help", "/search", 10, Permission.ReadPublished)
        .Add(NavigationArea.Public, "Saved", "/shortlist", 90, Permission.ReadPublished)
        .Add(NavigationArea.Footer, "Make a pack for a family", "/pack/new", 60, Permission.ReadPublished)
        .Add(NavigationArea.Staff, "Search", "/staff/search", 300, SearchPermissions.ReadReports);
}
