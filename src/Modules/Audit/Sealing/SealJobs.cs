using Medway.LocalOffer.Platform.Jobs;

namespace Medway.LocalOffer.Audit.Sealing;

/// <summary>Seals what was written lately. Bounded by time, so that it costs the same when the trail is years long.</summary>
internal sealed class SealJob(Sealer sealer, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>Longer than any transaction stays open.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(2);

    public static string Kind => "audit.seal";

    public Task RunAsync(JobContext context, CancellationToken cancellationToken) => sealer.SealAsync(clock.GetUtcNow() - Lately, cancellationToken);
}

/// <summary>Looks at the whole trail, for entries whose clock stood in the past, as that of demo data does.</summary>
internal sealed class SealRestJob(Sealer sealer) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(6);

    public static string Kind => "audit.rest-seal";

    public Task RunAsync(JobContext context, CancellationToken cancellationToken) => sealer.SealAsync(since: null, cancellationToken);
}
