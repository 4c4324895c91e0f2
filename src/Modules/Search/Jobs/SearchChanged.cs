using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Search.Jobs;

/// <summary>Hears that entries, synonyms or places changed: forgets what this host remembers and asks for a new word list.</summary>
internal sealed class SearchChanged(SearchKnowledge knowledge, IServiceScopeFactory scopes, TimeProvider clock) : INoticeHandler
{
    /// <summary>An import saves in many statements; one list after the last of them is enough.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public string TagPrefix => SearchDbContext.Schema;

    public async Task OnNoticeAsync(string tag, CancellationToken cancellationToken)
    {
        knowledge.Forget();
        await using var scope = scopes.CreateFor(ActorKind.Job, RebuildWordsJob.Kind);
        await scope.ServiceProvider.GetRequiredService<JobQueue>().EnqueueAsync(
            scope.ServiceProvider.GetRequiredService<SearchDbContext>(),
            RebuildWordsJob.Kind,
            "all",
            due: clock.GetUtcNow() + Patience,
            cancellationToken: cancellationToken);
    }

    public Task OnMissedAsync(CancellationToken cancellationToken) => OnNoticeAsync(SearchDbContext.Schema, cancellationToken);
}
