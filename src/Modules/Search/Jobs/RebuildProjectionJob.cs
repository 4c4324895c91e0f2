using System.Transactions;
using MediatR;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Features.RebuildProjection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Search.Jobs;

/// <summary>Builds the projection anew because somebody pressed the button, and writes down how far it is.</summary>
internal sealed class RebuildProjectionJob(IMediator mediator, IServiceScopeFactory scopes, TimeProvider clock) : IJob, IRebuildProgress
{
    private Guid rebuild;

    public static string Kind => "search.projection-rebuild";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        rebuild = job.Read<Payload>()?.RebuildId ?? throw new InvalidOperationException("The job does not say which rebuild it is.");
        var entries = (await mediator.Send(new RebuildProjection(this), cancellationToken)).Value;
        var now = clock.GetUtcNow();
        await WriteAsync(
            rows => rows.ExecuteUpdateAsync(set => set.SetProperty(r => r.Done, entries).SetProperty(r => r.Total, entries).SetProperty(r => r.EndedAt, now), cancellationToken));
    }

    public Task TellAsync(int done, int total, CancellationToken cancellationToken) =>
        WriteAsync(rows => rows.ExecuteUpdateAsync(set => set.SetProperty(r => r.Done, done).SetProperty(r => r.Total, total), cancellationToken));

    /// <summary>On a connection of its own: inside the rebuild's transaction nobody else would see it before the end.</summary>
    private async Task WriteAsync(Func<IQueryable<Rebuild>, Task> write)
    {
        using var outside = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        await using var scope = scopes.CreateFor(ActorKind.Job, Kind);
        await write(scope.ServiceProvider.GetRequiredService<SearchDbContext>().Rebuilds.Where(r => r.Id == rebuild));
        outside.Complete();
    }

    internal sealed record Payload(Guid RebuildId);
}
