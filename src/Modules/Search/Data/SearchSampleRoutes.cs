using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Data;

/// <summary>A pack, when there is one.</summary>
internal sealed class SearchSampleRoutes(SearchDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken) =>
        await context.Packs.OrderBy(pack => pack.Code).Select(pack => pack.Code).FirstOrDefaultAsync(cancellationToken) is { } code
            ? new Dictionary<string, IReadOnlyDictionary<string, string>> { ["pack/{code}"] = new Dictionary<string, string> { ["code"] = code } }
            : new Dictionary<string, IReadOnlyDictionary<string, string>>();
}
