using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Content.Links;

internal static class LinkServices
{
    public static void AddLinkChecker(this IServiceCollection services)
    {
        services.AddScoped<ILinkSource, PageLinks>();
        services.AddScoped<LinkChecking>();
        services.AddScoped<IWorkItems, BrokenLinksWork>();
        services.AddSingleton(_ => new LinkFetcher(LinkFetcher.IsPublic));
        services.AddSingleton(new LinkPace(1000, TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(2)));
        services.AddJob<CheckLinksJob>(every: TimeSpan.FromHours(1));
    }
}
