using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>A request has committed somewhere: queue a dispatch, once for each host and a few times a second at most.</summary>
internal sealed class DispatchWake(IServiceScopeFactory scopes, JobQueue jobs, TimeProvider clock) : INoticeHandler
{
    public const string Tag = "messaging.wake";

    /// <summary>The job looks twice this far apart, so what comes in between is not left behind.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Another for each host, so that several dispatch at once.</summary>
    private readonly string key = $"host-{Guid.CreateVersion7():n}";
    private long lastTimestamp = long.MinValue;

    public string TagPrefix => Tag;

    public async Task OnNoticeAsync(string tag, CancellationToken cancellationToken)
    {
        if (lastTimestamp != long.MinValue && clock.GetElapsedTime(lastTimestamp) < Pause)
        {
            return;
        }

        lastTimestamp = clock.GetTimestamp();
        await using var scope = scopes.CreateFor(ActorKind.Job, "messaging.wake");
        await jobs.EnqueueAsync(scope.ServiceProvider.GetRequiredService<MessagingDbContext>(), DispatchJob.Kind, key, cancellationToken: cancellationToken);
    }

    /// <summary>The recurring dispatch finds it within seconds.</summary>
    public Task OnMissedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Sends what is due until nothing is left.</summary>
internal sealed class DispatchJob(Dispatcher dispatcher) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Stored: renaming it orphans waiting jobs.</summary>
    public static string Kind => "messaging.messages-dispatch";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        while (await dispatcher.RunAsync(cancellationToken) > 0)
        {
            await Task.Delay(DispatchWake.Pause, cancellationToken);
        }
    }
}
