using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Jobs;

/// <summary>Builds the word list for spelling suggestions anew. Runs after entries changed, and every hour in case a notice was missed.</summary>
internal sealed class RebuildWordsJob(SearchDbContext context) : IJob
{
    public static string Kind => "search.words-rebuild";

    public Task RunAsync(JobContext job, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"select search.rebuild_words()", cancellationToken);
}
