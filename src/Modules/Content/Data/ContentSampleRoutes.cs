using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Content.Data;

/// <summary>A live value for each parameter of this module's routes.</summary>
internal sealed class ContentSampleRoutes : ISampleRoutes
{
    public Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>>(new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["sitemap/{kind}.xml"] = new Dictionary<string, string> { ["kind"] = Flow.PageSearchEntry.Source },
        });
}
