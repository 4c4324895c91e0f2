using MediatR;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.RebuildProjection;

/// <summary>Builds all entries anew from what the modules hold, best first, so that a capped match meets the best rows first.</summary>
/// <param name="Progress">Told after each batch; null when nobody waits.</param>
internal sealed record RebuildProjection(IRebuildProgress? Progress = null) : ICommand<int>
{
    public Permission Permission => SearchPermissions.Rebuild;
}

/// <summary>Told how far a rebuild is, outside its transaction.</summary>
internal interface IRebuildProgress
{
    Task TellAsync(int done, int total, CancellationToken cancellationToken);
}

internal sealed class RebuildProjectionHandler(SearchDbContext context, IEnumerable<ISearchEntries> sources)
    : IRequestHandler<RebuildProjection, Outcome<int>>
{
    private const int Batch = 1_000;

    public async Task<Outcome<int>> Handle(RebuildProjection request, CancellationToken cancellationToken)
    {
        List<SearchEntry> entries = [];
        foreach (var source in sources)
        {
            await foreach (var entry in source.AllAsync(cancellationToken))
            {
                entries.Add(entry);
            }
        }

        await context.Entries.ExecuteDeleteAsync(cancellationToken);
        var done = 0;
        foreach (var batch in entries.OrderByDescending(entry => entry.Boost).ThenBy(entry => entry.TitleKey, StringComparer.Ordinal).Chunk(Batch))
        {
            await context.CopyAsync(batch, cancellationToken);
            done += batch.Length;
            if (request.Progress is { } progress)
            {
                await progress.TellAsync(done, entries.Count, cancellationToken);
            }
        }

        await context.Database.ExecuteSqlAsync($"select search.rebuild_words()", cancellationToken);
        return entries.Count;
    }
}

/// <summary>The same for callers outside the module.</summary>
internal sealed class SearchProjection(IMediator mediator) : ISearchProjection
{
    public async Task<int> RebuildAsync(CancellationToken cancellationToken) =>
        (await mediator.Send(new RebuildProjection(), cancellationToken)).Value;
}
