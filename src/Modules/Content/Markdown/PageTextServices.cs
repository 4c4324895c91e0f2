using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medway.LocalOffer.Content.Markdown;

internal static class PageTextServices
{
    /// <summary>What reads texts. A glossary and pictures that are registered before stand.</summary>
    public static void AddPageText(this IServiceCollection services)
    {
        services.AddScoped<PageTexts>();
        services.AddSingleton<Drawings>();
        services.TryAddScoped<IGlossary, EmptyGlossary>();
        services.TryAddScoped<IMediaFacts, NoMedia>();
    }
}
