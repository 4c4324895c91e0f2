using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Platform.Jobs;

/// <summary>Runs jobs in this host, one after the other. A host has a few of these, so that a long job does not hold up the rest.</summary>
internal sealed class JobLoop(JobRunner runner, JobsWake wake, ILogger<JobLoop> logger) : BackgroundLoop(logger)
{
    private bool recurringEnsured;

    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        if (!recurringEnsured)
        {
            await runner.EnsureRecurringAsync(cancellationToken);
            recurringEnsured = true;
        }

        await runner.RunDueAsync(cancellationToken);
        await wake.SleepAsync(cancellationToken);
    }
}
