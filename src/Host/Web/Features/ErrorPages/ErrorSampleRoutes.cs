using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Web.Features.ErrorPages;

internal sealed class ErrorSampleRoutes : ISampleRoutes
{
    public Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>>(new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["error/{code}"] = new Dictionary<string, string> { ["code"] = "404" },
        });
}
