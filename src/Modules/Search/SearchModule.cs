using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Features.RebuildProjection;
using Medway.LocalOffer.Search.Jobs;
using Medway.LocalOffer.Search.Seeding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Search;

/// <summary>Finding things: the projection, the reading of queries, the results page.</summary>
public sealed class SearchModule : IModule
{
    public string Name => SearchDbContext.Schema;

    public Type? DbContext => typeof(SearchDbContext);

    public IReadOnlyList<Permission> Permissions => SearchPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => [];

    public IReadOnlyList<Type> Seeders => [typeof(SynonymSeeder), typeof(PlaceSeeder), typeof(WordSeeder)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<SearchDbContext>(Name);
        services.AddSingleton<SearchDatabase>();
        services.AddSingleton<SearchKnowledge>();
        services.AddSingleton<SearchReader>();
        services.AddSingleton<Speller>();
        services.AddScoped<ISearchProjection, SearchProjection>();
        services.AddJob<RebuildWordsJob>(every: TimeSpan.FromHours(1));
        services.AddNoticeHandler<SearchChanged>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }

    public void BuildNavigation(NavigationBuilder navigation) =>
        navigation.Add(NavigationArea.Public, "Find help", "/search", 10, Permission.ReadPublished);
}
