using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Jobs;

/// <summary>Puts jobs in the queue. Needs the private login: the public site publishes events instead.</summary>
public sealed class JobQueue(TimeProvider clock)
{
    /// <summary>
    /// Adds a job at once, on the context's connection and so in its transaction (a command's, when there is one): it runs only if that
    /// commits. While a job of the same kind and key is open (waiting or running) nothing is added.
    /// </summary>
    /// <param name="context">Any context of the private login.</param>
    /// <param name="kind">The <see cref="IJob.Kind"/> to run.</param>
    /// <param name="uniqueKey">What the job is about; null allows any number.</param>
    /// <param name="payload">JSON: ids and dates, never a name or a need.</param>
    /// <param name="due">Not before this instant; null is now.</param>
    /// <returns>False when such a job was open already.</returns>
    public async Task<bool> EnqueueAsync(
        DbContext context,
        string kind,
        string? uniqueKey,
        string payload = "{}",
        DateTimeOffset? due = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var now = clock.GetUtcNow();
        return await context.Database.ExecuteSqlAsync(
            $"""
            insert into platform.jobs (id, kind, key, payload, state, due_at, attempts, created_at)
            values ({Guid.CreateVersion7(now)}, {kind}, {uniqueKey}, {payload}::jsonb, 'waiting', {due ?? now}, 0, {now})
            on conflict (kind, key) where state in ('waiting', 'running') do nothing
            """,
            cancellationToken) > 0;
    }

    /// <summary>Makes a waiting job due now, and opens a failed one again with all its attempts.</summary>
    /// <returns>False when there is no such job, it is running, or it is done.</returns>
    public async Task<bool> RunNowAsync(DbContext context, Guid id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await context.Database.ExecuteSqlAsync(
            $"""
            update platform.jobs set state = 'waiting', due_at = {clock.GetUtcNow()}, attempts = 0
            where id = {id} and state in ('waiting', 'failed')
            """,
            cancellationToken) > 0;
    }
}
