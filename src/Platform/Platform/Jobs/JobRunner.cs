using System.Collections.Frozen;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Platform.Jobs;

/// <summary>Runs due jobs. Any number of hosts may: each job is claimed by one.</summary>
public sealed partial class JobRunner
{
    private readonly JobTable table;
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly ILogger<JobRunner> logger;
    private readonly FrozenDictionary<string, JobDefinition> definitions;

    internal JobRunner(
        JobTable table,
        IServiceScopeFactory scopes,
        IEnumerable<JobDefinition> definitions,
        TimeProvider clock,
        ILogger<JobRunner> logger)
    {
        this.table = table;
        this.scopes = scopes;
        this.clock = clock;
        this.logger = logger;

        // Two classes with one kind make this throw: better when the host starts than when the wrong one runs.
        this.definitions = definitions.Distinct().ToFrozenDictionary(definition => definition.Kind, StringComparer.Ordinal);
    }

    /// <summary>Runs one due job after the other until none is left; failures are recorded, not thrown.</summary>
    /// <returns>How many ran.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken = default)
    {
        var ran = 0;
        while (definitions.Count > 0 && await table.ClaimAsync(definitions.Keys, cancellationToken) is { } job)
        {
            await RunAsync(job, definitions[job.Kind], cancellationToken);
            ran++;
        }

        return ran;
    }

    /// <summary>Puts the jobs that run by themselves in the queue, if they are not there.</summary>
    internal async Task EnsureRecurringAsync(CancellationToken cancellationToken)
    {
        foreach (var definition in definitions.Values)
        {
            if (definition.Every is { } every)
            {
                await table.EnsureRecurringAsync(definition.Kind, every, cancellationToken);
            }
        }
    }

    private async Task RunAsync(ClaimedJob job, JobDefinition definition, CancellationToken cancellationToken)
    {
        // Taken over from a host that died in the last attempt: trying for ever could take down one host after the other.
        var failure = job.Attempt > definition.MaxAttempts
            ? new TimeoutException("The host that ran this job stopped, and there is no attempt left.")
            : await ErrorBoundary.RunAsync(() => WorkAsync(job, definition, cancellationToken), CancellationToken.None);
        if (failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            // The host is stopping: another, or this one when it is back, need not wait for the lease.
            await table.RetryAsync(job, "The host stopped while the job ran.", clock.GetUtcNow(), CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (failure is not null)
        {
            Failed(logger, failure, job.Kind, job.Id, job.Attempt);
        }

        var error = failure is null ? null : ErrorText.Of(failure);
        var kept = (error, definition.Every) switch
        {
            ({ }, _) when job.Attempt < definition.MaxAttempts =>
                await table.RetryAsync(job, error, clock.GetUtcNow() + Backoff.After(job.Attempt), cancellationToken),
            (_, { } every) => await table.RepeatAsync(job, error, every, cancellationToken),
            ({ }, _) => await table.FailAsync(job, error, cancellationToken),
            _ => await table.FinishAsync(job, cancellationToken),
        };
        if (!kept)
        {
            Lost(logger, job.Kind, job.Id);
        }
    }

    private async Task WorkAsync(ClaimedJob job, JobDefinition definition, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateFor(ActorKind.Job, job.Kind);
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewing = RenewAsync(job, working);
        try
        {
            var work = (IJob)scope.ServiceProvider.GetRequiredService(definition.Type);
            await work.RunAsync(new JobContext(job.Id, job.Kind, job.Key, job.Payload, job.Attempt), working.Token);
        }
        finally
        {
            await working.CancelAsync();
            await renewing;
        }
    }

    /// <summary>Renews the claim while the job works, and stops the work when the claim is lost. Waits by the machine's clock, as leases do.</summary>
    private async Task RenewAsync(ClaimedJob job, CancellationTokenSource working)
    {
        var failure = await ErrorBoundary.RunAsync(
            async () =>
            {
                do
                {
                    await Task.Delay(JobTable.Lease / 4, working.Token);
                }
                while (await table.RenewAsync(job, working.Token));
            },
            CancellationToken.None);
        if (failure is not OperationCanceledException)
        {
            await working.CancelAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Kind} {Id} failed in attempt {Attempt}")]
    private static partial void Failed(ILogger logger, Exception exception, string kind, Guid id, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Kind} {Id} was taken over by another host before it ended here")]
    private static partial void Lost(ILogger logger, string kind, Guid id);
}
