namespace Medway.LocalOffer.Platform.Jobs;

/// <summary>Runs due jobs. Any number of hosts may: each job is claimed by one.</summary>
public sealed class JobRunner
{
    /// <summary>Runs one due job after the other until none is left; failures are recorded, not thrown.</summary>
    /// <returns>How many ran.</returns>
    public Task<int> RunDueAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
