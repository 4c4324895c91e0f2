using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Jobs;

/// <summary>
/// Writes down every second how far a load is. On a connection of its own: inside the import's transaction nobody else would see it before the
/// end. Begin it before that transaction.
/// </summary>
internal sealed class LoadProgress : IProgress<ImportProgress>, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly Guid load;
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly Task writing;
    private ImportProgress last;

    public LoadProgress(IServiceScopeFactory scopes, TimeProvider clock, Guid load)
    {
        this.scopes = scopes;
        this.clock = clock;
        this.load = load;
        writing = Task.Run(WriteAsync);
    }

    public void Report(ImportProgress value)
    {
        lock (gate)
        {
            last = value;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            ImportProgress now;
            lock (gate)
            {
                now = last;
            }

            var touched = clock.GetUtcNow();
            await using (var scope = scopes.CreateFor(ActorKind.Job, LoadFileJob.Kind))
            {
                await scope.ServiceProvider.GetRequiredService<ListingsDbContext>().FileLoads.Where(row => row.Id == load && row.State != LoadState.Done).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.State, LoadState.Running).SetProperty(row => row.Done, now.Done).SetProperty(row => row.Total, now.Total).SetProperty(row => row.TouchedAt, touched),
                    stop.Token);
            }

            await Task.Delay(Pause, stop.Token);
        }
    }
}
