using Medway.LocalOffer.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Jobs;

/// <summary>
/// Removes what has been done for a month: delivered events, what handlers noted of them, and jobs; and kept forms that are a day old.
/// Failures stay until somebody looks.
/// </summary>
internal sealed class TidyJob(PlatformDbContext database, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static string Kind => "platform.done-tidy";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now - Kept;
        await database.KeptForms.Where(form => form.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        await database.Jobs.Where(job => job.State == JobState.Done && job.FinishedAt < before).ExecuteDeleteAsync(cancellationToken);
        await database.Set<OutboxMessage>()
            .Where(message => message.State == OutboxState.Delivered && message.DeliveredAt < before)
            .ExecuteDeleteAsync(cancellationToken);

        // Only of events that are gone: the note is what keeps a waiting one from being handled twice.
        await database.Set<InboxRecord>()
            .Where(record => record.At < before && !database.Set<OutboxMessage>().Any(message => message.Id == record.EventId))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
